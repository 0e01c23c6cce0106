import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Notes',
  srcDir: './src',
  base: '/sub/',
  cleanUrls: true,
  ignoreDeadLinks: true,
  rewrites: { 'en/:rest*': ':rest*' },
  locales: { root: { label: 'English', lang: 'en' }, fr: { label: 'Français', lang: 'fr' } }
})
