import { readTarget } from '../links/link-target';

const endings = ['', '.md', '.mdx', '.qmd', '.markdown', '.mmd', '.py'];
const pages = ['/index.md', '/README.md', '/index.qmd', '/index.mdx', '/_index.md'];

/**
 * The file of a course that a path means, with or without its ending.
 * @param from a file in the folder that the path starts from
 */
export function pageNamed(files: ReadonlySet<string>, path: string, from: string, root: string): string | undefined {
  const { uri } = readTarget(path, from, root);
  if (uri === undefined) return undefined;
  for (const ending of [...endings, ...pages]) if (files.has(uri + ending)) return uri + ending;
  return undefined;
}
