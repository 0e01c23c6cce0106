import nextra from 'nextra';

const withNextra = nextra({ unstable_shouldAddLocaleToLinks: true });

export default withNextra({
  output: 'export',
  basePath: '/harbour',
  trailingSlash: true,
  images: { unoptimized: true },
  i18n: { locales: ['en', 'de'], defaultLocale: 'en' },
});
