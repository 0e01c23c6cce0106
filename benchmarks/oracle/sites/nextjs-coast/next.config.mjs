import createMDX from '@next/mdx';

const withMDX = createMDX({ extension: /\.mdx?$/ });

const nextConfig = {
  output: 'export',
  basePath: '/coast',
  trailingSlash: true,
  pageExtensions: ['js', 'jsx', 'md', 'mdx'],
  images: { unoptimized: true },
  async redirects() {
    return [
      { source: '/old', destination: '/docs/start', permanent: true },
      { source: '/older', destination: '/old', permanent: true },
      { source: '/manual/:path*', destination: '/docs/:path*', permanent: false },
      { source: '/guide/:page(start|notes)', destination: '/docs/:page', permanent: true },
      { source: '/by-number/:number(\\d+)', destination: '/docs', permanent: true },
      { source: '/away', destination: 'https://example.org/', permanent: false },
      { source: '/lost', destination: '/nowhere', permanent: false },
    ];
  },
  async rewrites() {
    return [{ source: '/shown', destination: '/about' }, { source: '/api/:path*', destination: 'https://example.org/:path*' }];
  },
};

export default withMDX(nextConfig);
