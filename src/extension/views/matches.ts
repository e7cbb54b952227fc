/** Whether each word of a filter stands somewhere in the texts, in any case. */
export function matches(filter: string, texts: readonly (string | null)[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
