import { Footer, Layout, Navbar } from 'nextra-theme-docs';
import { Head } from 'nextra/components';
import { getPageMap } from 'nextra/page-map';

export const metadata = { title: 'Pier' };

export default async function RootLayout({ children }) {
  return (
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <Head />
      <body>
        <Layout navbar={<Navbar logo={<b>Pier</b>} />} footer={<Footer>End</Footer>} pageMap={await getPageMap()} search={null} editLink={null} feedback={{ content: null }}>
          {children}
        </Layout>
      </body>
    </html>
  );
}
