module.exports = {
  main: [
    'start',
    { type: 'doc', id: 'tools/tools', label: 'Tools' },
    {
      type: 'category',
      label: 'Boats',
      link: { type: 'doc', id: 'boats/index' },
      items: ['boats/01-sloop', { type: 'link', label: 'Journal', href: '/journal' }],
    },
    { type: 'category', label: 'All', link: { type: 'generated-index', slug: '/everything' }, items: ['boats/preserved'] },
    { type: 'ref', id: 'tagged' },
  ],
};
