export default {
  index: 'Pier',
  news: 'News',
  docs: {
    type: 'page',
    items: { index: 'Docs', boats: 'Boats', '---': { type: 'separator' }, gone: { title: 'Gone', href: '/docs/none' } },
  },
  more: { type: 'menu', title: 'More', items: { code: { title: 'Code', href: 'https://example.org/' } } },
};
