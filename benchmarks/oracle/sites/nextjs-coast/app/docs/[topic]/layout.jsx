export const dynamicParams = false;

export function generateStaticParams() {
  return [{ topic: 'waves' }, { topic: 'tides' }];
}

export default function Layout({ children }) {
  return children;
}
