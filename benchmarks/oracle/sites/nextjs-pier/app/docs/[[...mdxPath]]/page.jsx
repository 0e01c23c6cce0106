import { generateStaticParamsFor, importPage } from 'nextra/pages';
import { useMDXComponents as getComponents } from '../../../mdx-components';

export const generateStaticParams = generateStaticParamsFor('mdxPath');

const Wrapper = getComponents().wrapper;

export default async function Page(props) {
  const params = await props.params;
  const { default: Content, toc, metadata, sourceCode } = await importPage(params.mdxPath);
  return (
    <Wrapper toc={toc} metadata={metadata} sourceCode={sourceCode}>
      <Content {...props} params={params} />
    </Wrapper>
  );
}
