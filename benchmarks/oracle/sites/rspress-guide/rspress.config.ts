import { defineConfig } from '@rspress/core'

export default defineConfig({
  root: 'docs',
  base: '/base/',
  title: 'Guide',
  lang: 'en',
  locales: [{ lang: 'en', label: 'English' }, { lang: 'de', label: 'Deutsch' }],
  route: { exclude: ['en/parts/**'] },
  markdown: { link: { checkDeadLinks: false } }
})
