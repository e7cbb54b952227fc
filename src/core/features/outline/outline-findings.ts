import type { CourseDocument } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { getOrSet } from '../../get-or-set';
import { branchAt } from '../../outline/branches';
import { numberBreaks } from '../../outline/numbering';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import { withoutEmoji } from '../../text/emoji';
import type { FeatureContext } from '../feature-context';

/** Numbers that jump or repeat among siblings, and sections of one parent that share a title. */
export function outlineFindings({ document }: FeatureContext): Finding[] {
  const items = outlineOf(document);
  return [...numberFindings(items, document), ...duplicateHeadings(items, document)];
}

const inOneBranch =
  (document: CourseDocument) =>
  (one: OutlineItem, other: OutlineItem): boolean =>
    branchAt(document, one.selectionSpan.start) === branchAt(document, other.selectionSpan.start);

function numberFindings(items: readonly OutlineItem[], document: CourseDocument): Finding[] {
  return numberBreaks(items, inOneBranch(document)).flatMap(({ kind, item, span, after, expected, changes }) => {
    if (kind === 'gap' && isWritten(expected, document.text.slice(after, item.span.start))) return [];
    const title = `Renumber from here: ${item.written!.text} becomes ${expected}`;
    return [
      {
        code: kind === 'gap' ? 'outline.number-gap' : 'outline.number-duplicate',
        span,
        message:
          kind === 'gap'
            ? `${item.written!.text} comes here where ${expected} would be next: was something left out?`
            : `${item.written!.text} comes a second time here: ${expected} would be next`,
        fixes: changes.length > 0 ? [{ title, safe: false, changes }] : [],
      },
    ];
  });
}

/** Whether a number begins a line that is no entry of the series: `5.Mask`, a paragraph, a heading of another level. */
const isWritten = (number: string, between: string): boolean =>
  between.split('\n').some((line) => {
    const written = line.replace(/^[\s>#*_-]+/, '');
    const behind = written.slice(number.length);
    return written.startsWith(number) && (/^[.)、．:：]/.test(behind) || (/^[ \t]*#/.test(line) && /^\s/.test(behind)));
  });

function duplicateHeadings(items: readonly OutlineItem[], document: CourseDocument): Finding[] {
  const below = items.flatMap((item) => duplicateHeadings(item.children, document));
  const groups = new Map<string, number[]>();
  items.forEach((item, i) => {
    const title = withoutEmoji(item.title).toLowerCase();
    if (item.kind !== 'heading' || !/\p{L}/u.test(title) || titlesBox(item, document) || general.test(title)) return;
    getOrSet(groups, `${item.region} ${item.level} ${item.number ?? ''} ${title}`, () => []).push(i);
  });
  const own = [...groups.values()].flatMap((places) => {
    // A title that comes again and again between others is the author's pattern: Parameters, Example.
    const pattern = places.length > 2 && places.every((at, i) => i === 0 || at > places[i - 1]! + 1);
    if (pattern) return [];
    return places.slice(1).flatMap((at, i) => {
      const [twin, last, item] = [items[places[0]!]!, items[places[i]!]!, items[at]!];
      const run = [-1, 1].some((step) => items[at + step] && sameTitle(items[at + step]!, items[places[i]! + step]));
      const apart = run || !inOneBranch(document)(last, item) || nextSlide(last, item, document);
      return apart ? [] : [duplicate(item, twin, i + 2, document)];
    });
  });
  return [...below, ...own].sort((a, b) => a.span.start - b.span.start);
}

/** What a lesson has several of, in the words of most courses: nobody links to them by name. */
const general =
  /^(?:your )?(?:exercises?|tasks?|solutions?|answers?|questions?|hints?|quiz|bonus|challenges?|ejercicios?|tareas?|soluci[oó]n(?:es)?|preguntas?|übung(?:en)?|aufgaben?|lösung(?:en)?|fragen?|exercices?|esercizio|esercizi|练习|习题|思考题|答案|練習|演習|問題|解答|연습)[\s:：.!?\d]*$/iu;

/** Whether a heading is the title of a box between colons, `::: solution`: boxes of one title are no sections. */
const titlesBox = (item: OutlineItem, { text, lines }: CourseDocument): boolean => {
  let line = lines.lineOf(item.span.start) - 1;
  while (line > 0 && text.slice(lines.lineStart(line), lines.lineEnd(line)).trim() === '') line--;
  return line >= 0 && /^[ \t>]*:{3,}[ \t]*[{\w]/.test(text.slice(lines.lineStart(line), lines.lineEnd(line)));
};

/** Titles that come again in their order are a pattern too. */
const sameTitle = (one: OutlineItem, other: OutlineItem | undefined): boolean =>
  one !== other && one.kind === 'heading' && one.title === other?.title && one.level === other.level;

/** Whether a rule between two sections of one title makes the second a slide that goes on with the first. */
const nextSlide = (last: OutlineItem, item: OutlineItem, { text }: CourseDocument): boolean =>
  last.span.end === item.span.start &&
  /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/m.test(text.slice(last.span.start, last.span.end));

function duplicate(item: OutlineItem, twin: OutlineItem, count: number, document: CourseDocument): Finding {
  const { end } = item.selectionSpan;
  return {
    code: 'outline.duplicate-heading',
    span: item.selectionSpan,
    message: `“${item.title}” is the title of another section here too: a link to it leads to the first`,
    fixes: [
      {
        title: `Tell it apart: “${item.title} (${count})”`,
        safe: false,
        changes: [{ span: { start: end, end }, newText: ` (${count})` }],
      },
    ],
    related: [{ uri: document.uri, range: document.lines.rangeOf(twin.selectionSpan), message: 'The first one' }],
  };
}
