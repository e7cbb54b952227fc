import { sep } from 'node:path';

/** Whether a path lies below a folder; both are real paths, without links. */
export const isInside = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
