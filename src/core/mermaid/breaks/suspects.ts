import { flowchartLabels } from './flowchart-labels';
import type { Break, Finder, Suspect, Suspicion } from './suspect';

const finders: Readonly<Record<string, readonly Finder[]>> = {
  'flowchart-v2': [flowchartLabels],
  'flowchart-elk': [flowchartLabels],
  swimlane: [flowchartLabels],
};

/** All suspects of a break, the likeliest first; the last one is the token itself, without a mend. */
export function* suspects(broken: Break): Iterable<Suspicion> {
  for (const find of finders[broken.verdict.type ?? ''] ?? []) yield* find(broken);
  yield unexpected(broken);
}

function unexpected({ text, lines, verdict, at }: Break): Suspect {
  const token = verdict.token;
  const word = token && text.slice(token.start, token.end).trim();
  if (token && word) {
    return {
      code: 'mermaid.syntax',
      span: { start: token.start, end: token.end },
      message: `‘${word}’ cannot stand here.`,
    };
  }
  const end = text.slice(0, lines.lineEnd(lines.lineOf(at))).trimEnd().length;
  return { code: 'mermaid.syntax', span: { start: end, end }, message: 'Something is missing here.' };
}
