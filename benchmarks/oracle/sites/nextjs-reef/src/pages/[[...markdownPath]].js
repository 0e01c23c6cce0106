import { useMDXComponents } from '../../mdx-components';

const load = require.context('../content', true, /^\.\/(?!errors).*\.mdx?$/);
const names = load.keys().map((name) => name.slice(2));
const pathOf = (name) => name.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '');

export default function Page({ name }) {
  const { default: Content } = load(`./${name}`);
  return <Content components={useMDXComponents({})} />;
}

export async function getStaticPaths() {
  return { paths: names.map((name) => ({ params: { markdownPath: pathOf(name).split('/').filter(Boolean) } })), fallback: false };
}

export async function getStaticProps({ params }) {
  const path = (params.markdownPath || []).join('/');
  return { props: { name: names.find((name) => pathOf(name) === path) } };
}
