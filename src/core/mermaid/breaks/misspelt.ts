import { say } from '../../l10n/say';
import { brokenLine, type Line, lineBefore, spokenLines } from './line';
import { nearest } from './nearest';
import type { Finder, Suspect } from './suspect';

/** The line's first word, where it is almost one of the type's keywords. */
export function misspelt(keywords: readonly string[], word = /^\s*(?<word>[\p{L}_][\p{L}\p{N}_-]*)/du): Finder {
  return function* (broken) {
    const line = brokenLine(broken);
    yield* wordsOn(line, keywords, word);
    const before = lineBefore(broken, line);
    if (before) yield* wordsOn(before, keywords, word);
    // A closer that closes nothing shows that its opener was misspelt, somewhere above.
    const { token } = broken.verdict;
    if (!token || !/^\s*(?:end|\})\s*$/.test(broken.text.slice(token.start, token.end))) return;
    const above = [...spokenLines(broken)].filter(({ number }) => number < (before ?? line).number);
    for (const one of above.reverse()) yield* wordsOn(one, keywords, word);
  };
}

function* wordsOn(line: Line, keywords: readonly string[], pattern: RegExp): Generator<Suspect> {
  const match = pattern.exec(line.text);
  if (!match || keywords.includes(match.groups!.word!)) return;
  const [start, end] = match.indices!.groups!.word!;
  const span = { start: line.start + start, end: line.start + end };
  for (const keyword of nearest(match.groups!.word!, keywords).slice(0, 3))
    yield misspeltWord(span, match.groups!.word!, keyword);
}

export function misspeltWord(span: { start: number; end: number }, word: string, keyword: string): Suspect {
  return {
    code: 'mermaid.syntax',
    span,
    message: say`‘${word}’ is no keyword here; ‘${keyword}’ is.`,
    fix: {
      title: say`Write ${keyword}`,
      safe: word.toLowerCase() === keyword.toLowerCase(),
      changes: [{ span, newText: keyword }],
    },
  };
}
