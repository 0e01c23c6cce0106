import Link from 'next/link';

export function useMDXComponents(components) {
  return { ...components, a: (props) => <Link {...props} /> };
}
