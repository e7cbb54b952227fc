import type { CourseDocument, Heading, Inline, ListItem } from '../course/course-document';
import { plainText } from '../course/inline/plain-text';
import { demoKindOf } from '../demos/demo-kind';
import { getOrSet } from '../get-or-set';
import { titledEntries } from '../glossary/forms/titled-entries';
import { firstIndex } from '../text/first-index';
import { countingBullets } from './counting-bullets';
import { demoTitle, diagramKind, diagramTitle } from './figure-title';
import { type ItemNumber, readHeadingNumber, readNumber } from './item-number';
import type { OutlineItem } from './outline-item';

type Draft = { -readonly [K in keyof OutlineItem]: OutlineItem[K] } & {
  readonly region: number;
  readonly children: Draft[];
};

const known = new WeakMap<CourseDocument, readonly OutlineItem[]>();

/** A document's outline: sections, and in them numbered items, areas with mnemonics, diagrams and demos, in text order. */
export const outlineOf = (document: CourseDocument): readonly OutlineItem[] =>
  getOrSet(known, document, () =>
    nested([...sections(document), ...skills(document), ...mnemonics(document), ...figures(document)]),
  );

function nested(drafts: Draft[]): readonly OutlineItem[] {
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const draft of drafts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while (open.length > 0 && !holds(open.at(-1)!, draft)) open.pop();
    const parent = open.at(-1);
    const counts = parent?.kind === 'skill' && draft.kind === 'skill' && draft.written?.parts.length === 1;
    if (counts && parent.number !== null) draft.number = `${parent.number}.${draft.number}`;
    (parent?.children ?? roots).push(draft);
    open.push(draft);
  }
  return roots;
}

const holds = (outer: Draft, inner: Draft): boolean =>
  outer.region === inner.region && outer.span.start <= inner.span.start && inner.span.start < outer.span.end;

/** The anchor that some builders of pages let an author give a heading: `# Conclusion [[conclusion]]`. */
const givenAnchor = /\s*\[\[[\w.-]{1,80}\]\]\s*$/;

/** Sections, each to the next heading of its level or above. */
function sections(document: CourseDocument): Draft[] {
  const inlines = inlineStarts(document, 'heading');
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  const close = (heading: Heading | undefined): void => {
    while (open.length > 0) {
      const last = open.at(-1)!;
      const ends = !heading || last.region !== heading.region || last.level! >= heading.level;
      if (!ends) return;
      const end = heading?.region === last.region ? heading.span.start : document.regions[last.region]!.span.end;
      last.span = { start: last.span.start, end };
      open.pop();
    }
  };
  for (const heading of document.headings) {
    close(heading);
    const { span, titleSpan, level, region } = heading;
    const title = heading.title.replace(givenAnchor, '');
    const named = numbered(readHeadingNumber(title), title, inlines.get(titleSpan.start));
    const draft: Draft = { kind: 'heading', ...named, level, region, span, selectionSpan: titleSpan, children: [] };
    drafts.push(draft);
    open.push(draft);
  }
  close(undefined);
  return drafts;
}

/** Ordered items, and others whose text begins with a number that counts. */
function skills(document: CourseDocument): Draft[] {
  const inlines = inlineStarts(document, 'paragraph');
  const counting = countingBullets(document);
  const open: ListItem[] = [];
  return document.listItems.flatMap((item): Draft[] => {
    while (open.length > 0 && open.at(-1)!.span.end <= item.span.start) open.pop();
    const within = open.at(-1)?.span.start ?? -1;
    open.push(item);
    const inline = inlines.get(item.textSpan.start);
    const text = inline?.source.text.split('\n', 1)[0] ?? '';
    const read = readNumber(text);
    const typed = read && (item.ordered || counting.has(item)) ? read : undefined;
    const named = numbered(typed, text, inline);
    const written = named.written ?? ownNumber(item, document);
    if (!written || named.title === '') return [];
    const { span, textSpan: selectionSpan, region } = item;
    const indentation = item.markerSpan.start - document.lines.lineStart(document.lines.lineOf(item.markerSpan.start));
    return [
      {
        kind: 'skill',
        title: named.title,
        number: written.text,
        written,
        span,
        selectionSpan,
        region,
        within,
        indentation,
        children: [],
      },
    ];
  });
}

function mnemonics(document: CourseDocument): Draft[] {
  return [...titledEntries(document)].map((entry) => ({
    kind: 'mnemonic',
    title: [entry.emoji, entry.term].filter(Boolean).join(' '),
    number: null,
    detail: [...entry.aliases, entry.acronym].join(' · '),
    span: entry.span,
    selectionSpan: entry.nameSpan,
    region: regionAt(document, entry.span.start),
    children: [],
  }));
}

function figures(document: CourseDocument): Draft[] {
  const diagrams = document.diagrams.map((diagram): Draft => {
    const { span, fence } = diagram;
    const kind = diagramKind(diagram);
    const title = diagramTitle(diagram);
    return {
      kind: 'diagram',
      title: title ?? kind,
      number: null,
      ...(title === undefined ? {} : { detail: kind }),
      span,
      selectionSpan: fence?.infoSpan ?? diagram.contentSpan,
      region: fence?.region ?? regionAt(document, span.start),
      children: [],
    };
  });
  const demos = document.fences.flatMap((fence): Draft[] => {
    const demo = demoKindOf(fence);
    if (!demo) return [];
    const { span, infoSpan: selectionSpan, region } = fence;
    const title = demoTitle(fence.content.text) ?? demo;
    return [{ kind: 'demo', title, number: null, detail: demo, span, selectionSpan, region, children: [] }];
  });
  return [...diagrams, ...demos];
}

/** A title, with the number that it begins with placed in the document. */
function numbered(
  read: ReturnType<typeof readNumber>,
  text: string,
  inline: Inline | undefined,
): Pick<Draft, 'title' | 'number' | 'written'> {
  if (!read) return { title: plainText(text), number: null };
  const { number, title } = read;
  const written = inline && { ...number, span: inline.source.spanToOuter(number.span) };
  return { title, number: number.text, ...(written ? { written } : {}) };
}

function ownNumber({ ordered, number, markerSpan }: ListItem, document: CourseDocument): ItemNumber | undefined {
  if (!ordered || number === undefined) return undefined;
  const digits = /^\d+/.exec(document.text.slice(markerSpan.start, markerSpan.end))?.[0].length ?? 0;
  const span = { start: markerSpan.start, end: markerSpan.start + digits };
  return { text: String(number), parts: [number], style: 'digits', span, delimiter: document.text[span.end]! };
}

function inlineStarts(document: CourseDocument, kind: Inline['kind']): ReadonlyMap<number, Inline> {
  const starts = new Map<number, Inline>();
  for (const inline of document.inlines) if (inline.kind === kind) starts.set(inline.span.start, inline);
  return starts;
}

/** The region an offset stands in; -1 for a diagram outside of every one. */
function regionAt({ regions }: CourseDocument, offset: number): number {
  const region = firstIndex(regions.length, (i) => regions[i]!.span.end >= offset);
  return region < regions.length && regions[region]!.span.start <= offset ? region : -1;
}
