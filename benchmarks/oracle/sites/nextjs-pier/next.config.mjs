import nextra from 'nextra';

const withNextra = nextra({ contentDirBasePath: '/docs', defaultShowCopyCode: true });

export default withNextra({
  output: 'export',
  images: { unoptimized: true },
  redirects: async () => [
    { source: '/docs/old', destination: '/docs/boats', permanent: true },
    { source: '/docs/:kind(small|large)-boats', destination: '/docs/boats', permanent: true },
    { source: '/manual/:path*', destination: '/docs/:path*', permanent: true },
    { source: '/start', destination: '/docs/', permanent: true },
  ],
});
