import { comments } from './breaks/comments';
import { brokenFrontMatter, unclosedFrontMatter } from './breaks/front-matter';
import type { Break, Finder, Suspect, Suspicion } from './breaks/suspect';
import { unseen } from './breaks/unseen';
import { languageJudged } from './languages/languages';
import { misspeltHeader, unknownDiagram } from './unknown-diagram';

/** All suspects of a break, the likeliest first. */
export function* suspects(broken: Break): Iterable<Suspicion> {
  const { verdict } = broken;
  if (verdict.token?.name === 'YAML') yield* brokenFrontMatter(broken);
  else if (verdict.type === undefined) {
    yield* unseen(broken);
    yield* unknownDiagram(broken);
  } else {
    yield* unseen(broken);
    yield* misspeltHeader(broken);
    for (const find of findersOf(verdict.type)) yield* find(broken);
  }
}

/** `---` is Mermaid's word for a text that begins with front matter and never ends it. */
const findersOf = (judged: string): readonly Finder[] =>
  judged === '---' ? [unclosedFrontMatter] : (languageJudged(judged)?.finders ?? [comments]);

/** The token that Mermaid would not take, where nothing better is known. */
export function unexpected({ text, lines, verdict, at }: Break): Suspect {
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
