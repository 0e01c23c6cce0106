import createMDX from '@next/mdx';

const withMDX = createMDX({
  extension: /\.mdx?$/,
  options: { remarkPlugins: ['remark-frontmatter', 'remark-gfm'], rehypePlugins: ['rehype-slug'] },
});

export default withMDX({ output: 'export', pageExtensions: ['js', 'jsx', 'mdx'], images: { unoptimized: true } });
