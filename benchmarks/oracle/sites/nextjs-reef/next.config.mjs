import createMDX from '@next/mdx';

const withMDX = createMDX({
  extension: /\.mdx?$/,
  options: { format: 'mdx', remarkPlugins: ['remark-frontmatter', import.meta.dirname + '/plugins/comment-ids.mjs'] },
});

export default withMDX({
  output: 'export',
  pageExtensions: ['js', 'jsx', 'md', 'mdx'],
  images: { unoptimized: true },
  redirects: async () => [{ source: '/start', destination: '/learn/first', permanent: true }],
});
