import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';

export default defineConfig({
  site: 'https://example.com',
  base: '/journal',
  trailingSlash: 'never',
  build: { format: 'file' },
  integrations: [mdx()],
  redirects: { '/was': '/notes/one', '/far': 'https://example.org/' },
});
