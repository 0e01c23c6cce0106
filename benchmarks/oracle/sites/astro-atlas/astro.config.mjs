import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://example.com',
  redirects: {
    '/old-start': '/guides/start/',
    '/old-maps/': '/maps/',
  },
  integrations: [
    starlight({
      title: 'Atlas',
      locales: {
        root: { label: 'English', lang: 'en' },
        de: { label: 'Deutsch', lang: 'de' },
        'pt-br': { label: 'Português', lang: 'pt-BR' },
      },
      sidebar: [
        'guides/start',
        { slug: 'guides/second' },
        { label: 'Maps', items: [{ label: 'All maps', link: '/maps/' }, { label: 'Far', link: 'https://example.org/' }] },
        { label: 'Reference', autogenerate: { directory: 'reference' } },
      ],
    }),
  ],
});
