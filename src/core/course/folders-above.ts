/** The folders that hold a file, from its own up to the root of its course, as URIs without a trailing slash. */
export function foldersAbove(uri: string, root: string): string[] {
  const folders: string[] = [];
  for (
    let end = uri.lastIndexOf('/');
    end >= root.length && uri.startsWith(root);
    end = uri.lastIndexOf('/', end - 1)
  ) {
    folders.push(uri.slice(0, end));
  }
  return folders;
}
