import { listDocuments } from '../../../content';

export const dynamicParams = false;

export function generateStaticParams() {
  return listDocuments('data/notes').map((name) => ({ slug: name.split('/') }));
}

export default async function Page({ params }) {
  const { slug } = await params;
  const { default: Note } = await import(`../../../../data/notes/${slug.join('/')}.mdx`);
  return <Note />;
}
