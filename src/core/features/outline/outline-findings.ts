import type { CourseDocument } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { inOneBranch } from '../../outline/branches';
import { type NumberBreak, numberBreaks } from '../../outline/numbering';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import type { FeatureContext } from '../feature-context';
import { duplicateHeadings } from './duplicate-headings';

/** Numbers that jump or repeat among siblings, and sections of one parent whose title leads a reader to the wrong one. */
export function outlineFindings({ document, course }: FeatureContext): Finding[] {
  const items = outlineOf(document);
  return [...numberFindings(items, document), ...duplicateHeadings(items, document, course)];
}

function numberFindings(items: readonly OutlineItem[], document: CourseDocument): Finding[] {
  const breaks = numberBreaks(items, inOneBranch(document));
  const chosen = isChosen(breaks);
  return breaks.flatMap((one) => {
    const { kind, item, span, after, following, expected, changes } = one;
    if (kind === 'gap' && item.kind === 'heading' && chosen) return [];
    const between = textBetween(document, after, item.span.start);
    // `…`, `[Pattern continues]`: the author says that some are left out.
    if (kind === 'gap' && /^[\s>*_[(]*(?:\.{3}|…|⋮)/m.test(between)) return [];
    if (kind === 'gap' && isWritten(following, between)) return [];
    const title = say`Renumber from here: ${item.written!.text} becomes ${expected}`;
    return [
      {
        code: kind === 'gap' ? 'outline.number-gap' : 'outline.number-duplicate',
        span,
        message: messageOf(one),
        fixes: changes.length > 0 ? [{ title, safe: false, changes }] : [],
      },
    ];
  });
}

/** What stands between two places as its author reads it, where it is of one text: in a notebook, without its JSON. */
function textBetween({ text, regions }: CourseDocument, start: number, end: number): string {
  for (const { source } of regions) {
    const [from, to] = [source.toInner(start), source.toInner(end)];
    if (from !== undefined && to !== undefined) return source.text.slice(from, to);
  }
  return text.slice(start, end);
}

function messageOf({ kind, item, before, following, goesBack }: NumberBreak): string {
  const number = item.written!.text;
  if (kind === 'duplicate') return say`${number} comes a second time here: ${following} would be next`;
  return goesBack
    ? say`${number} comes behind ${before} here: is the order meant?`
    : say`${number} comes right behind ${before}, without ${following}: was something left out?`;
}

/** So many gaps in the headings of one text, and no number twice, are no slips: the author tells of some chapters alone. */
const mostGaps = 3;
const isChosen = (breaks: readonly NumberBreak[]): boolean => {
  const ofHeadings = breaks.filter(({ item }) => item.kind === 'heading');
  return ofHeadings.length >= mostGaps && ofHeadings.every(({ kind }) => kind === 'gap');
};

/** Whether a number begins a line that is no entry of the series: `5.Mask`, a paragraph, a heading of another level. */
const isWritten = (number: string, between: string): boolean =>
  between.split('\n').some((line) => {
    const written = line.replace(/^[\s>#*_-]+/, '');
    const behind = written.slice(number.length);
    return (
      written.startsWith(number) &&
      (/^(?:[.)、．:：]|\uFE0F?\u20E3)/u.test(behind) || (/^[ \t]*#/.test(line) && /^\s/.test(behind)))
    );
  });
