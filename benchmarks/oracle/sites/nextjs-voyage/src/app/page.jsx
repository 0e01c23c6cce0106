import Link from 'next/link';
import { listDocuments } from '../content';

export default function Page() {
  return <ul>{listDocuments('content/blog').map((name) => <li key={name}><Link href={`/blog/${name}`}>{name}</Link></li>)}</ul>;
}
