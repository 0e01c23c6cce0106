const config = {
  title: 'Harbour',
  url: 'https://example.com',
  baseUrl: '/',
  trailingSlash: false,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: { hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' } },
  presets: [
    [
      'classic',
      {
        docs: {
          path: '../docs',
          sidebarPath: require.resolve('./sidebars.js'),
          numberPrefixParser: false,
          lastVersion: 'current',
          versions: { current: { label: '2.0' }, '1.0': { label: '1.0', path: 'old' } },
        },
        blog: { path: 'news', routeBasePath: '/journal', onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore' },
      },
    ],
  ],
  plugins: [
    [
      '@docusaurus/plugin-content-docs',
      { id: 'community', path: '../community', routeBasePath: 'people', sidebarPath: require.resolve('./community.js') },
    ],
    [
      '@docusaurus/plugin-client-redirects',
      {
        fromExtensions: ['html'],
        redirects: [{ from: '/begin', to: '/docs/start' }],
        createRedirects: (path) => (path.startsWith('/people/') ? [path.replace('/people/', '/community/')] : undefined),
      },
    ],
  ],
  themeConfig: {
    navbar: {
      items: [
        { type: 'docSidebar', sidebarId: 'main', label: 'Docs' },
        { type: 'doc', docId: 'team', docsPluginId: 'community', label: 'Team' },
        { type: 'dropdown', label: 'More', items: [{ to: '/journal', label: 'Journal' }, { href: 'https://example.org/', label: 'Out' }] },
        { type: 'docsVersionDropdown' },
      ],
    },
  },
};

module.exports = config;
