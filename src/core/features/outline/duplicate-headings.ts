import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { headingSlugs } from '../../course/slug';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { getOrSet } from '../../get-or-set';
import { say } from '../../l10n/say';
import { fileLinks } from '../../links/file-links';
import { readTarget } from '../../links/link-target';
import { linksOf } from '../../links/links';
import { inOneBranch } from '../../outline/branches';
import type { OutlineItem } from '../../outline/outline-item';
import { decoded } from '../../text/decoded';
import { withoutEmoji } from '../../text/emoji';

/**
 * `outline.duplicate-heading`: sections of one parent that share a title, where that leads a reader astray: a link goes to
 * the first of them and none to the other, or they stand right behind each other. Elsewhere a title that comes again is
 * what the author wants.
 */
export function duplicateHeadings(items: readonly OutlineItem[], document: CourseDocument, course: Course): Finding[] {
  if (isSlides(document)) return [];
  const shared = sharedTitles(items, document);
  if (shared.length === 0) return [];
  const slugs = headingSlugs(document);
  const anchors = new Map(document.headings.map(({ titleSpan }, i) => [titleSpan.start, slugs[i]!]));
  const linked = linkedAnchors(document, course);
  return shared
    .flatMap((one) => {
      const [own, first] = [one.item, one.twin].map(({ selectionSpan }) => anchors.get(selectionSpan.start));
      // Who links to the second by its own number knows of both.
      const from = own !== undefined && first !== undefined && !linked.has(own) ? linked.get(first) : undefined;
      return one.behind || from !== undefined ? [duplicate(one, from, document)] : [];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

/** Whether a text is a deck of slides by what it states: a title that comes again there goes on with its slide. */
const isSlides = ({ text, language }: CourseDocument): boolean =>
  language === 'notebook'
    ? /"slide_type"\s*:/.test(text)
    : /^---(?:(?!\n---)[\s\S])*?(?:\b(?:revealjs|beamer|pptx|slidy|ioslides|xaringan)\b|\nmarp:\s*true)/.test(
        text.slice(0, 3000),
      );

interface SharedTitle {
  readonly item: OutlineItem;
  readonly twin: OutlineItem;
  /** Which of that title it is: 2 for the second. */
  readonly count: number;
  /** Whether nothing stands between the sections of that title. */
  readonly behind: boolean;
}

/** More of one title in a row are cards, or boxes. */
const mostInARow = 3;

function sharedTitles(items: readonly OutlineItem[], document: CourseDocument): SharedTitle[] {
  const below = items.flatMap((item) => sharedTitles(item.children, document));
  const groups = new Map<string, number[]>();
  items.forEach((item, i) => {
    const title = withoutEmoji(item.title).toLowerCase();
    if (item.kind !== 'heading' || !/\p{L}/u.test(title) || titlesBox(item, document) || general.test(title)) return;
    getOrSet(groups, `${item.region} ${item.level} ${item.number ?? ''} ${title}`, () => []).push(i);
  });
  const own = [...groups.values()].flatMap((places) => {
    const behind = places.every((at, i) => i === 0 || at === places[i - 1]! + 1);
    // A title that comes again and again is the author's pattern: Parameters, Example.
    if (places.length > (behind ? mostInARow : 2)) return [];
    return places.slice(1).flatMap((at, i): SharedTitle[] => {
      const [twin, last, item] = [items[places[0]!]!, items[places[i]!]!, items[at]!];
      const run = [-1, 1].some((step) => items[at + step] && sameTitle(items[at + step]!, items[places[i]! + step]));
      const apart =
        run ||
        !inOneBranch(document)(last, item) ||
        nextSlide(last, item, document) ||
        inOtherElement(last, item, document);
      return apart ? [] : [{ item, twin, count: i + 2, behind }];
    });
  });
  return [...below, ...own];
}

/** The anchors of a document that links lead to, each with the place of the first of them. */
function linkedAnchors(document: CourseDocument, course: Course): ReadonlyMap<string, string> {
  const linked = new Map<string, string>();
  const add = (target: string, from: string, place: string) => {
    const { uri, fragment } = readTarget(target, from, course.root);
    const isHere = uri === document.uri || uri === document.uri.replace(/\.\w+$/, '');
    const anchor = fragment?.toLowerCase();
    if (isHere && anchor && !linked.has(anchor)) linked.set(anchor, place);
  };
  for (const { target, span } of linksOf(document)) {
    if (target.includes('#')) add(target, document.uri, `in line ${document.lines.lineOf(span.start) + 1}`);
  }
  for (const [uri, { toAnchors }] of course.all(fileLinks)) {
    if (uri === document.uri) continue;
    for (const { target } of toAnchors) add(target, uri, `in ${decoded(uri.slice(uri.lastIndexOf('/') + 1))}`);
  }
  return linked;
}

/** What a lesson has several of, in the words of most courses: nobody links to them by name. */
const general =
  /^(?:your )?(?:turn|code[- ]along|i do|we do|you do|turn (?:&|and) talk|try it(?: out| yourself)?|practi[cs]e|breaks?|pause|recess|exercises?|tasks?|solutions?|answers?|questions?|hints?|quiz|bonus|challenges?|ejercicios?|tareas?|soluci[oó]n(?:es)?|preguntas?|übung(?:en)?|aufgaben?|lösung(?:en)?|fragen?|exercices?|esercizio|esercizi|练习|习题|思考题|答案|練習|演習|問題|解答|연습)(?:\s*\([^()]*\))?[\s:：.!?\d]*$/iu;

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

/** Whether a section or an article of HTML begins or ends between two sections of one title: then they are cards or slides. */
const inOtherElement = (last: OutlineItem, item: OutlineItem, { text }: CourseDocument): boolean =>
  /^[ \t]*<\/?(?:section|article)\b/im.test(text.slice(last.selectionSpan.start, item.selectionSpan.start));

function duplicate({ item, twin, count }: SharedTitle, from: string | undefined, document: CourseDocument): Finding {
  const { end } = item.selectionSpan;
  return {
    code: 'outline.duplicate-heading',
    span: item.selectionSpan,
    message:
      from === undefined
        ? say`The section above is called “${item.title}” too: a reader cannot tell the two apart.`
        : say`Another section here is called “${item.title}” too: the link ${from} leads to that one, the first.`,
    fixes: [
      {
        title: say`Tell it apart: “${item.title} (${count})”`,
        safe: false,
        changes: [{ span: { start: end, end }, newText: ` (${count})` }],
      },
    ],
    related: [{ uri: document.uri, range: document.lines.rangeOf(twin.selectionSpan), message: say`The first one` }],
  };
}
