/** The words of a label on one line: its HTML, mostly line breaks, is for the picture. */
export const labelWords = (label: string): string =>
  label
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
