module.exports = {
  base: '/notes/',
  title: 'Notes',
  locales: { '/': { lang: 'en' }, '/de/': { lang: 'de' } },
  themeConfig: {
    locales: {
      '/': {
        nav: [{ text: 'Guide', link: '/guide/' }, { text: 'More', items: [{ text: 'Shapes by menu', link: '/guide/shapes' }] }],
        sidebar: {
          '/guide/': ['', ['links', 'Links by sidebar'], { title: 'Group', children: ['/guide/shapes.md', 'twice'] }],
          '/': ['/blog/2020-01-02-first']
        }
      },
      '/de/': { nav: [{ text: 'Anfang', link: '/de/' }], sidebar: ['/de/guide/'] }
    }
  }
}
