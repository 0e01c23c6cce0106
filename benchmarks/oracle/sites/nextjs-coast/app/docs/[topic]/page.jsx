export default async function Page({ params }) {
  return <h1>{(await params).topic}</h1>;
}
