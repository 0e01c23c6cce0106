import { listDocuments } from '../../../content';

export const dynamicParams = false;

export function generateStaticParams() {
  return listDocuments('content/blog').map((slug) => ({ slug }));
}

export default async function Page({ params }) {
  const { slug } = await params;
  const { default: Post } = await import(`../../../../content/blog/${slug}.mdx`);
  return <Post />;
}
