export default {
  title: 'Gazette',
  url: 'https://example.com',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: { hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' } },
  i18n: { defaultLocale: 'en', locales: ['en', 'de'] },
  presets: [
    [
      'classic',
      {
        docs: { routeBasePath: '/', sidebarPath: './sidebars.js' },
        blog: { routeBasePath: 'news', blogSidebarCount: 'ALL', showReadingTime: false, onUntruncatedBlogPosts: 'ignore' },
      },
    ],
  ],
  plugins: [
    [
      '@docusaurus/plugin-client-redirects',
      { redirects: [{ from: '/old', to: '/intro/start/' }, { from: ['/older', '/oldest'], to: '/topics/' }] },
    ],
  ],
  themeConfig: {
    navbar: { items: [{ to: '/topics/', label: 'Topics' }, { type: 'doc', docId: 'intro/start', label: 'Start' }, { to: '/news', label: 'News' }] },
    footer: { links: [{ title: 'More', items: [{ label: 'Feature', to: '/intro/features' }] }] },
  },
};
