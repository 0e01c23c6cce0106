import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://example.com',
  base: '/pier',
  trailingSlash: 'always',
  redirects: {
    '/begin': '/pier/en/start/',
    '/far/[id]': '/boats/[id]',
  },
  integrations: [
    starlight({
      title: 'Harbour',
      defaultLocale: 'en',
      locales: { en: { label: 'English' }, fr: { label: 'Français' } },
      social: [{ icon: 'external', label: 'Out', href: 'https://example.org/' }],
      sidebar: [
        { label: 'Start', translations: { fr: 'Début' }, slug: 'start' },
        { label: 'Lost', link: '/gone/' },
        { label: 'Tools', autogenerate: { directory: 'tools', collapsed: true } },
      ],
    }),
  ],
});
