import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Guide',
  ignoreDeadLinks: true,
  srcExclude: ['shared/**'],
  themeConfig: {
    nav: [{ text: 'One', link: '/part/one' }],
    sidebar: [{ text: 'Part', base: '/part/', items: [{ text: 'One', link: 'one' }, { text: 'Two', link: 'deep/two' }] }]
  }
})
