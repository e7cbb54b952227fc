/** Text that markdown is to show as it is, on one line. */
export const escapedMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
