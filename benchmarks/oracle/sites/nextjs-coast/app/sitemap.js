export const dynamic = 'force-static';

export default function sitemap() {
  return [{ url: 'https://example.com/coast/' }];
}
