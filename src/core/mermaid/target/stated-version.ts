/** What the first match of a pattern states. */
export const stated = (text: string, pattern: RegExp): string | undefined =>
  pattern.exec(text)?.[1]?.replace(/\.$/, '');

/** The version in the address of a script: `npm/mermaid@11.4.0/dist`, `ajax/libs/mermaid/10.9.1/`; the highest of several. */
export const scriptVersion = (text: string): string | undefined =>
  highest(text, /(?<!@[\w-]{1,40}\/|[\w-])mermaid@v?(\d+(?:\.\d+){0,2})(?![\w.])|\/libs\/mermaid\/(\d+\.\d+\.\d+)\//g);

/** The highest of the versions that a pattern finds: a diagram is called newer only where every reader's Mermaid lacks it. */
export function highest(text: string, pattern: RegExp): string | undefined {
  return [...text.matchAll(pattern)]
    .map((match) => match[1] ?? match[2]!)
    .sort(byParts)
    .at(-1);
}

function byParts(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) {
    // A part left out is the latest there is.
    const [x, y] = [a[i] ?? Number.MAX_SAFE_INTEGER, b[i] ?? Number.MAX_SAFE_INTEGER];
    if (x !== y) return x - y;
  }
  return 0;
}

/** Whether a version is another one or a later one. */
export const reaches = (version: string, other: string): boolean => byParts(version, other) >= 0;
