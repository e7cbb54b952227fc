import { comments } from './breaks/comments';
import { doubled } from './breaks/doubled';
import { brokenFrontMatter, unclosedFrontMatter } from './breaks/front-matter';
import { misplacedWord } from './breaks/misplaced-word';
import { oneSided } from './breaks/one-sided';
import { repeated } from './breaks/repeated';
import { smartQuotes } from './breaks/smart-quotes';
import { strayQuotes } from './breaks/stray-quotes';
import type { Break, Finder, Suspicion } from './breaks/suspect';
import { unseen } from './breaks/unseen';
import { wholeBraces } from './breaks/whole-braces';
import { hasEndlessLine } from './endless-line';
import { headerColon } from './header-colon';
import { languageJudged } from './languages/languages';
import { secondHeader } from './second-header';
import { misspeltHeader, unknownDiagram } from './unknown-diagram';
import { keywordsOf } from './vocabulary';

/** All suspects of a break, the likeliest first; none where a line is longer than anybody reads. */
export function* suspects(broken: Break): Iterable<Suspicion> {
  const { verdict, lines, text } = broken;
  if (hasEndlessLine(text, lines)) return;
  if (verdict.token?.name === 'YAML') yield* brokenFrontMatter(broken);
  else if (verdict.type === undefined) {
    yield* unseen(broken);
    yield* unknownDiagram(broken);
  } else {
    yield* unseen(broken);
    yield* smartQuotes(broken);
    yield* misspeltHeader(broken);
    yield* headerColon(broken);
    yield* secondHeader(broken);
    yield* wholeBraces(broken);
    for (const find of findersOf(verdict.type)) yield* find(broken);
    yield* repeated(broken);
    yield* doubled(broken);
    yield* oneSided(broken);
    yield* strayQuotes(broken);
    const words = languageJudged(verdict.type)?.words;
    if (words) yield* misplacedWord(keywordsOf(words))(broken);
  }
}

/** `---` is Mermaid's word for a text that begins with front matter and never ends it. */
const findersOf = (judged: string): readonly Finder[] =>
  judged === '---' ? [unclosedFrontMatter] : (languageJudged(judged)?.finders ?? [comments]);
