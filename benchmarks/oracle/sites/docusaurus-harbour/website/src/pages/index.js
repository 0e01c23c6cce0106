import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';

export default function Home() {
  return <Layout><main id="top-of-it"><Link to="/docs/start">Start</Link></main></Layout>;
}
