export default defineNuxtConfig({
  modules: ['@nuxt/content'],
  telemetry: false,
  compatibilityDate: '2024-10-01',
  routeRules: {
    '/was': { redirect: '/guide/start' },
    '/gone/**': { redirect: '/reference' },
  },
  nitro: { prerender: { crawlLinks: true, failOnError: false, routes: ['/', '/was', '/nobody'] } },
})
