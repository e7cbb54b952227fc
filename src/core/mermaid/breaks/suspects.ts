import { flowchart } from './flowchart';
import { brokenFrontMatter, unclosedFrontMatter } from './front-matter';
import { unknownDiagram } from './header';
import type { Break, Finder, Suspect, Suspicion } from './suspect';

const finders: Readonly<Record<string, readonly Finder[]>> = {
  '---': [unclosedFrontMatter],
  'flowchart-v2': flowchart,
  'flowchart-elk': flowchart,
  swimlane: flowchart,
  agentflow: flowchart,
};

/** All suspects of a break, the likeliest first; the last one is the token itself, without a mend. */
export function* suspects(broken: Break): Iterable<Suspicion> {
  const { verdict } = broken;
  if (verdict.token?.name === 'YAML') yield* brokenFrontMatter(broken);
  else if (verdict.type === undefined) yield* unknownDiagram(broken);
  else {
    for (const find of finders[verdict.type] ?? []) yield* find(broken);
    yield unexpected(broken);
  }
}

function unexpected({ text, lines, verdict, at }: Break): Suspect {
  const token = verdict.token;
  const read = token ? text.slice(token.start, token.end) : '';
  const word = read.trim();
  if (token && word) {
    const start = token.start + read.indexOf(word[0]!);
    return {
      code: 'mermaid.syntax',
      span: { start, end: start + word.length },
      message: `‘${word}’ cannot stand here.`,
    };
  }
  const end = text.slice(0, lines.lineEnd(lines.lineOf(at))).trimEnd().length;
  return { code: 'mermaid.syntax', span: { start: end, end }, message: 'Something is missing here.' };
}
