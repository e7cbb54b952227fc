import { say } from '../l10n/say';
import type { Span } from '../text/span';
import { blanked } from './breaks/arrows';
import { headerStart } from './breaks/header-start';
import { lineAt } from './breaks/line';
import type { DiagramProblem } from './diagram-problem';
import { bodyLines, type Taken } from './doubts/doubt';
import { hasEndlessLine } from './endless-line';
import { languageNamed, languageOf } from './languages/languages';

/**
 * What the Mermaid of the author's host does not know yet.
 * @param target its version, whole or in part: `10`, `11.4`, `11.4.1`; a part left out is the latest there is
 * @param source what says so, where it is not the author
 */
export function newerThan({
  target,
  source,
  ...diagram
}: Taken & { readonly target: string; readonly source?: string }): DiagramProblem[] {
  const found: DiagramProblem[] = [];
  const mark = (span: Span, what: string, since: string, fixes: DiagramProblem['fixes'] = []) =>
    found.push({
      code: 'mermaid.newer',
      span,
      message: say`${what} came with Mermaid ${since}; the target is ${target}${source ? say`, says ${source}` : ''}.`,
      fixes,
    });
  const start = headerStart(diagram.text);
  const [keyword] = /^[\w-]*/.exec(diagram.text.slice(start))!;
  const language = languageOf(keyword);
  const sinceOf = (word: string) => language?.keywords.find((one) => one.word === word)?.since;
  const since = sinceOf(keyword);
  if (since && isNewer(since, target)) {
    const span = { start, end: start + keyword.length };
    const older = sinceOf(`${keyword}-beta`);
    const fix = { title: say`Write ${keyword}-beta`, safe: false, changes: [{ span, newText: `${keyword}-beta` }] };
    mark(span, `‘${keyword}’`, since, older && !isNewer(older, target) ? [fix] : []);
  }
  if (hasEndlessLine(diagram.text, diagram.lines)) return found;
  for (const line of bodyLines(diagram)) {
    // What stands in quotes is text, but for the quotes that open markdown.
    const text = blanked(lineAt(diagram, line.number).text, /(?<=")(?!`)[^"]*(?=")/g);
    for (const novelty of languageNamed(diagram.type)?.novelties ?? []) {
      const match = isNewer(novelty.since, target) && novelty.line.exec(text);
      if (!match) continue;
      const [from, to] = match.indices!.groups!.here!;
      mark({ start: line.start + from, end: line.start + to }, novelty.what, novelty.since);
    }
  }
  return found;
}

function isNewer(version: string, target: string): boolean {
  const wanted = version.split('.').map(Number);
  const had = target.replace(/^v/, '').split('.').map(Number);
  for (const [i, part] of wanted.entries()) {
    const limit = had[i] ?? Number.POSITIVE_INFINITY;
    if (part !== limit) return part > limit;
  }
  return false;
}
