module.exports = {
  title: 'Library',
  url: 'https://library.example',
  baseUrl: '/lib/',
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: {hooks: {onBrokenMarkdownLinks: 'ignore'}},
  presets: [
    ['classic', {docs: {sidebarPath: './sidebars.js'}, blog: {onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore'}}],
  ],
};
