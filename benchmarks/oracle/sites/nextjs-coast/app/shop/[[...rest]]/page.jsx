export function generateStaticParams() {
  return [{ rest: [] }, { rest: ['one', 'two'] }];
}

export default function Page() {
  return <h1>Shop</h1>;
}
