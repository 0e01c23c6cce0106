export default defineNuxtConfig({
  modules: ['@nuxt/content'],
  telemetry: false,
  app: { baseURL: '/shop/' },
  compatibilityDate: '2024-10-01',
  routeRules: { '/': { redirect: '/en' } },
  nitro: { prerender: { crawlLinks: true, failOnError: false, routes: ['/', '/en', '/de'] } },
})
