import { defineConfig } from '@rspress/core'

export default defineConfig({
  title: 'Notes',
  route: { cleanUrls: true },
  markdown: { link: { checkDeadLinks: false } },
  themeConfig: {
    nav: [{ text: 'Topics by nav', link: '/topics/one' }],
    sidebar: { '/topics/': [{ text: 'Group', items: [{ text: 'One by sidebar', link: '/topics/one' }, { text: 'Two by sidebar', link: '/topics/two' }] }] }
  }
})
