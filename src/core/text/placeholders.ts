/** A text with places to fill in, `‹name›` and `‹›`: as it reads with their names in them. */
export const filledIn = (snippet: string): string => snippet.replace(/‹([^›]*)›/g, '$1');

/** In the protocol's notation: places to fill in are numbered, and its own signs stand behind a backslash. */
export function protocolSnippet(snippet: string): string {
  let place = 0;
  return snippet
    .replace(/[\\$}]/g, '\\$&')
    .replace(/‹([^›]*)›/g, (_, name: string) => (name === '' ? '$0' : `\${${++place}:${name}}`));
}
