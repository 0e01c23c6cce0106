import Link from 'next/link';

export default function Page() {
  return <><h1 id="prices">Prices</h1><Link href="/docs/notes">Notes</Link></>;
}
