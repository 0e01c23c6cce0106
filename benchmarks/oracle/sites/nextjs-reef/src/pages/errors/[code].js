export default function Page({ code }) {
  return <h1>{code}</h1>;
}

export async function getStaticPaths() {
  return { paths: [{ params: { code: '12' } }], fallback: false };
}

export async function getStaticProps({ params }) {
  return { props: { code: params.code } };
}
