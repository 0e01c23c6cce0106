import { viteBundler } from '@vuepress/bundler-vite'
import { defaultTheme } from '@vuepress/theme-default'
import { defineUserConfig } from 'vuepress'

export default defineUserConfig({
  base: '/guide/',
  title: 'Guide',
  bundler: viteBundler(),
  locales: { '/': { lang: 'en' }, '/de/': { lang: 'de' } },
  pagePatterns: ['**/*.md', '!parts/**', '!.vuepress'],
  theme: defaultTheme({
    hostname: 'https://example.com',
    locales: {
      '/': {
        navbar: ['/guide/README.md', { text: 'More', prefix: '/guide/', children: [{ text: 'Shapes by menu', link: 'shapes.md' }] }],
        sidebar: {
          '/guide/': [{ text: 'Group', children: ['links.md', { text: 'Shapes by sidebar', link: '/guide/shapes.html' }, 'twice'] }],
          '/': 'heading'
        }
      },
      '/de/': { navbar: [{ text: 'Anfang', link: '/de/' }], sidebar: ['/de/guide/'] }
    }
  })
})
