/** Endings of files that demos read: whoever watches them tells server and panel of a change. */
export const dataEndings: readonly string[] = ['csv', 'tsv'];

/** Whether a path or a URI may be that of a file that demos read. */
export const isDataFile = (path: string): boolean =>
  dataEndings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
