/**
 * Whether a link lies on the way from a folder down to a file, or the file is none of the folder's. VS Code does not tell where a
 * link leads, so that one may lead anywhere.
 */
export async function isByLink(
  uri: string,
  folder: string,
  isLink: (uri: string) => Promise<boolean>,
): Promise<boolean> {
  if (!uri.startsWith(`${folder}/`)) return true;
  let path = folder;
  for (const name of uri.slice(folder.length + 1).split('/')) {
    if (/^(?:\.|%2e){1,2}$/i.test(name)) return true;
    path = `${path}/${name}`;
    if (await isLink(path)) return true;
  }
  return false;
}
