import { say } from '../../l10n/say';
import { brokenLine, type Line, lineBefore, stopsAtLineStart } from './line';
import type { Finder, Suspect } from './suspect';

/**
 * Semicolons in a text, for languages in which one ends a statement wherever it stands: what is behind it is then read
 * as a statement of its own. The end of an HTML entity is one too.
 */
export const semicolons: Finder = function* (broken) {
  const line = brokenLine(broken);
  yield* onLine(line);
  const before = lineBefore(broken, line);
  if (before && (stopsAtLineStart(broken, line) || broken.text.slice(broken.at).trim() === '')) yield* onLine(before);
};

/** What ends a statement though it is meant as text; Mermaid's own entities are none of them. */
const ends = /#\w{1,32};|(?<entity>&#?\w{1,32};)|(?<semicolon>;)/g;

function* onLine(line: Line): Generator<Suspect> {
  const found = [...line.text.matchAll(ends)].filter(({ groups }) => groups?.entity ?? groups?.semicolon);
  const first = found[0];
  if (!first) return;
  // A last semicolon may well be meant to end the line.
  const all = found.map((match) => ({ match, last: match.index + match[0].length === line.text.length }));
  for (const chosen of [all.filter(({ match, last }) => match.groups!.entity || !last), all]) {
    if (chosen.length === 0) continue;
    const { entity } = first.groups!;
    yield {
      code: 'mermaid.syntax',
      span: { start: line.start + first.index, end: line.start + first.index + first[0].length },
      message: entity
        ? say`The semicolon of ‘${entity}’ ends the text. An entity begins with # here.`
        : say`The semicolon ends the text: what stands after it is read as something new.`,
      fix: {
        title: entity ? say`Write ${mended(entity)}` : say`Write #59; for the semicolon`,
        safe: true,
        changes: chosen.map(({ match }) => ({
          span: { start: line.start + match.index, end: line.start + match.index + match[0].length },
          newText: mended(match[0]),
        })),
      },
    };
  }
}

/** `&amp;` becomes `#amp;`, `&#38;` `#38;`, and a semicolon `#59;`. */
const mended = (end: string): string => (end === ';' ? '#59;' : `#${end.replace(/^&#?/, '')}`);
