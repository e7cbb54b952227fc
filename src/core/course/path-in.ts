import { decoded } from '../text/decoded';

/** Where a file stands below its course's root, for people; its name where it stands elsewhere. */
export const pathIn = (uri: string, root: string): string =>
  decoded(uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1));
