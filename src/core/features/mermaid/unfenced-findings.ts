import type { Cancellation } from '../../cancellation';
import type { Fence, Inline } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { isAnnounced } from '../../glossary/glossary-sections';
import { say } from '../../l10n/say';
import { languageOf } from '../../mermaid/languages/languages';
import { opensDiagram } from '../../mermaid/opens-diagram';
import type { FeatureContext } from '../feature-context';

/** How many paragraphs a diagram may run over, blank lines between them. */
const mostParagraphs = 12;

/**
 * `mermaid.unfenced`: a diagram that stands in prose without a fence, and so is shown as text. Only what Mermaid takes
 * counts: a sentence may well begin with a word that also opens a diagram. So is one whose fence does not say what it is.
 */
export async function unfencedFindings(
  { document, judge }: FeatureContext,
  cancellation?: Cancellation,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const paragraphs = document.inlines.filter(({ kind }) => kind === 'paragraph');
  for (const [i, paragraph] of paragraphs.entries()) {
    const start = diagramStart(paragraph.source.text);
    // A term of a glossary may be a word that opens a diagram too, its definition indented below.
    if (start === undefined || isAnnounced(document, paragraph.span.start)) continue;
    let taken = (await judge.judge(paragraph.source.text.slice(start), cancellation)).kind === 'good' ? 1 : 0;
    while (taken > 0 && taken < mostParagraphs && goesOn(document.text, paragraphs, i + taken)) {
      const longer = [
        paragraph.source.text.slice(start),
        ...paragraphs.slice(i + 1, i + 1 + taken).map(({ source }) => source.text),
      ];
      if ((await judge.judge(longer.join('\n\n'), cancellation)).kind !== 'good') break;
      taken++;
    }
    if (taken > 0) found.push(unfenced(paragraph, start, paragraphs[i + taken - 1]!));
  }
  return [...found, ...document.fences.flatMap(misplacedName)];
}

/** A fence without a language whose first line is the word that belongs behind its marker. */
function misplacedName({ info, markerSpan, content }: Fence): Finding[] {
  const first = info === '' && /^[ \t]*(mermaid)[ \t]*\n/i.exec(content.text.slice(0, 200));
  if (!first || !opensDiagram(content.text.slice(first[0].length))) return [];
  const removed = content.change({ start: 0, end: first[0].length }, '');
  const named = { span: { start: markerSpan.end, end: markerSpan.end }, newText: 'mermaid' };
  const start = first[0].indexOf(first[1]!);
  return [
    {
      code: 'mermaid.unfenced',
      span: content.spanToOuter({ start, end: start + 'mermaid'.length }),
      message: say`The word mermaid belongs after the marks that open the fence; on a line of its own it is shown as text.`,
      fixes: removed ? [{ title: say`Put mermaid behind the marks`, safe: false, changes: [named, removed] }] : [],
    },
  ];
}

/** As much of a text as its first word and what follows it are looked for in: a paragraph may be a whole book. */
const longestOpening = 2000;

/** Where in a paragraph a diagram begins: at its first line, or after a line of prose that has no blank line behind it. */
function diagramStart(text: string): number | undefined {
  for (let start = 0; start < text.length; ) {
    const word = /^[ \t]*([a-zA-Z0-9]+[\w-]*)/.exec(text.slice(start, start + 40))?.[1];
    if (word && languageOf(word) && opensDiagram(text.slice(start, start + longestOpening))) return start;
    const next = text.indexOf('\n', start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return undefined;
}

/** Whether the paragraph at an index carries on the one before: nothing but a blank line between, and edges in it. */
function goesOn(text: string, paragraphs: readonly Inline[], index: number): boolean {
  const before = paragraphs[index - 1]!;
  const next = paragraphs[index];
  if (!next || next.region !== before.region) return false;
  return text.slice(before.span.end, next.span.start).trim() === '' && /--|->|==|\|\||:/.test(next.source.text);
}

function unfenced(first: Inline, start: number, last: Inline): Finding {
  const { source } = first;
  const line = source.text.indexOf('\n', start);
  const opened = source.change({ start, end: start }, '```mermaid\n');
  const end = last.source.text.length;
  const closed = last.source.change({ start: end, end }, '\n```');
  const fixes =
    opened && closed ? [{ title: say`Put the diagram in a fence`, safe: false, changes: [opened, closed] }] : [];
  return {
    code: 'mermaid.unfenced',
    span: source.spanToOuter({ start, end: line < 0 ? source.text.length : line }),
    message: say`This diagram has no fence around it, so it is shown as text.`,
    fixes,
  };
}
