import { createRequire } from 'node:module';

interface Example {
  readonly markdown: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: Example[] };

/** Every example of the CommonMark specification; its arrows stand for tabs. */
export const examples: readonly Example[] = tests.map(({ markdown, number }) => ({
  markdown: markdown.replaceAll('→', '\t'),
  number,
}));

/** Runs a check on each example; a failure says which one it was. */
export function onEveryExample(check: (markdown: string) => void): void {
  for (const { markdown, number } of examples) {
    try {
      check(markdown);
    } catch (error) {
      throw new Error(`example ${number}: ${JSON.stringify(markdown)}`, { cause: error });
    }
  }
}
