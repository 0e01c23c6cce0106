import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// The names of the published documents of a folder, as parameters of a route.
export function listDocuments(folder) {
  const names = readdirSync(join(process.cwd(), folder), { recursive: true });
  return names
    .filter((name) => name.endsWith('.mdx'))
    .filter((name) => !/^draft: true$/m.test(readFileSync(join(process.cwd(), folder, name), 'utf8')))
    .map((name) => name.replace(/\.mdx$/, ''));
}
