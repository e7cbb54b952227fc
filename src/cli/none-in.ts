/** What is said where nothing of a kind was found, so that silence is never taken for a failure. */
export const noneIn = (what: 'demos' | 'terms', files: readonly unknown[]): string =>
  `no ${what} in ${files.length} ${files.length === 1 ? 'file' : 'files'}\n`;
