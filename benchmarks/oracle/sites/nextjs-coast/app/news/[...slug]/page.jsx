export function generateStaticParams() {
  return [{ slug: ['2024', 'first'] }];
}

export default function Page() {
  return <h1>News</h1>;
}
