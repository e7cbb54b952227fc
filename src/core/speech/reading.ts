import type { Range } from 'vscode-languageserver-types';
import type { CourseDocument, Inline } from '../course/course-document';
import { inlineSpans } from '../course/inline/inline-spans';
import { plainText } from '../course/inline/plain-text';
import { overviewPart } from '../course/overview-part';
import { symbolsIn } from '../mermaid/symbols-in';
import { sentencesIn } from '../text/sentences';
import type { Span } from '../text/span';
import { spokenDiagram } from './spoken-diagram';
import { spokenFormula } from './spoken-formula';
import { spokenText } from './spoken-text';

/** A sentence to be read aloud. */
export interface SpokenSentence {
  /** As it is shown. */
  readonly text: string;
  /** As it is said. */
  readonly spoken: string;
  readonly range: Range;
}

export interface Reading {
  readonly title: string;
  readonly uri: string;
  readonly sentences: readonly SpokenSentence[];
}

interface Part {
  readonly start: number;
  readonly sentences: () => SpokenSentence[];
}

/** The section around an offset as it is read aloud, with what stands below it; before the first heading, all up to it. */
export function readingOf(document: CourseDocument, offset: number): Reading {
  const { headings, text, uri, inlines, formulas, diagrams, fences } = document;
  const index = headings.findLastIndex(({ span }) => span.start <= offset);
  const heading = headings[index];
  const end = heading
    ? headings.slice(index + 1).find(({ level, region }) => level <= heading.level || region !== heading.region)?.span
        .start
    : headings[0]?.span.start;
  const section = { start: heading?.span.start ?? 0, end: end ?? text.length };
  const made = overviewPart(text);
  const isIn = ({ start }: Span): boolean =>
    start >= section.start && start < section.end && !(made && start >= made.start && start < made.end);
  const one = (span: Span, shown: string, spoken: string): SpokenSentence[] =>
    spoken === '' ? [] : [{ text: shown, spoken, range: document.lines.rangeOf(span) }];
  const drawn = new Set(diagrams.flatMap(({ fence }) => fence ?? []));
  const parts: Part[] = [
    ...inlines.map((inline) => ({ start: inline.span.start, sentences: () => sentencesOf(document, inline) })),
    ...formulas.map(({ span, content }) => ({
      start: span.start,
      sentences: () => one(span, content.text.trim(), spokenFormula(content.text)),
    })),
    ...diagrams.map((diagram) => ({
      start: diagram.span.start,
      sentences: () => spokenDiagram(symbolsIn(diagram)).flatMap((said) => one(diagram.span, said, said)),
    })),
    ...fences
      .filter((fence) => !drawn.has(fence))
      .map(({ span, language }) => ({
        start: span.start,
        sentences: () => one(span, codeName(language), codeName(language)),
      })),
  ];
  return {
    title: heading ? plainText(heading.title) : decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)),
    uri,
    sentences: parts
      .filter(({ start }) => isIn({ start, end: start }))
      .sort((a, b) => a.start - b.start)
      .flatMap(({ sentences: read }) => read()),
  };
}

const codeName = (language: string): string => (language === '' ? 'A piece of code.' : `A piece of code: ${language}.`);

function sentencesOf(document: CourseDocument, { source, kind }: Inline): SpokenSentence[] {
  // A point in a formula or an address ends no sentence.
  const { text } = source;
  let masked = '';
  for (const { start, end } of inlineSpans(text).opaque)
    masked += text.slice(masked.length, start) + 'x'.repeat(end - start);
  masked += text.slice(masked.length);
  const whole = kind === 'heading' ? [{ start: 0, end: text.length }] : sentencesIn(masked.replaceAll('\n', ' '));
  return whole.flatMap(({ start, end }): SpokenSentence[] => {
    const written = text.slice(start, end);
    const spoken = spokenText(written);
    if (!/[\p{L}\p{N}]/u.test(spoken)) return [];
    const span = { start, end: start + masked.slice(start, end).trimEnd().length };
    return [{ text: plainText(written), spoken, range: document.lines.rangeOf(source.spanToOuter(span)) }];
  });
}
