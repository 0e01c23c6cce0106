import { Footer, Layout, Navbar } from 'nextra-theme-docs';
import { Head } from 'nextra/components';
import { getPageMap } from 'nextra/page-map';

export const metadata = { title: 'Harbour' };

export default async function RootLayout({ children, params }) {
  const { lang } = await params;
  return (
    <html lang={lang} dir="ltr" suppressHydrationWarning>
      <Head />
      <body>
        <Layout navbar={<Navbar logo={<b>Harbour</b>} />} footer={<Footer>End</Footer>} pageMap={await getPageMap(`/${lang}`)} search={null} editLink={null} i18n={[{ locale: 'en', name: 'English' }, { locale: 'de', name: 'Deutsch' }]}>
          {children}
        </Layout>
      </body>
    </html>
  );
}
