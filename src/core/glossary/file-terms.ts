import type { Fact } from '../course/course';
import type { CourseDocument, Diagram } from '../course/course-document';
import { inlineSpans } from '../course/inline/inline-spans';
import { symbolsIn } from '../mermaid/symbols-in';
import type { LinePlaces } from '../text/line-index';
import type { Span } from '../text/span';
import { glossaryEntries } from './glossary-entries';
import type { GlossaryEntry } from './glossary-entry';
import { WordStream } from './word-stream';
import { wordTable } from './word-table';
import { scanWords } from './words';

/** What one file has to say about terms: those it defines, and all its words, in prose and in diagrams. */
export interface FileTerms {
  readonly entries: readonly GlossaryEntry[];
  readonly prose: WordStream;
  readonly nodes: WordStream;
  readonly places: LinePlaces;
}

/** Kept of every file of a course, also when its text is let go. */
export const fileTerms: Fact<FileTerms> = {
  name: 'terms',
  of: (document) =>
    Object.freeze({
      entries: glossaryEntries(document),
      prose: proseWords(document),
      nodes: diagramWords(document.diagrams),
      places: document.lines.places,
    }),
};

function proseWords(document: CourseDocument): WordStream {
  const words = new WordCollector();
  for (const { source } of document.inlines) {
    const { text } = source;
    scanWords(text, inlineSpans(text).opaque, (start, end, joined) => {
      words.add(text.slice(start, end), source.spanToOuter({ start, end }), joined);
    });
  }
  return words.stream();
}

/** Ids count as one word each, unless white space says that the id is the text that is shown. */
function diagramWords(diagrams: readonly Diagram[]): WordStream {
  const words = new WordCollector();
  for (const diagram of diagrams) {
    const { content } = diagram;
    const symbols = symbolsIn(diagram);
    const read = new Set<number>();
    const addText = (span: Span): void => {
      if (read.has(span.start)) return;
      read.add(span.start);
      const label = content.text.slice(span.start, span.end);
      scanWords(label, markupOf(label), (from, to, joined) => {
        const place = { start: span.start + from, end: span.start + to };
        words.add(label.slice(from, to), content.spanToOuter(place), joined);
      });
    };
    for (const node of symbols.nodes) {
      for (const { span } of node.occurrences) {
        if (/\s/.test(node.id)) addText(span);
        else if (!read.has(span.start)) {
          read.add(span.start);
          words.add(node.id, content.spanToOuter(span), false);
        }
      }
      for (const label of node.labels) addText(label.span);
    }
    for (const { label } of symbols.edges) if (label) addText(label.span);
    for (const { label } of symbols.groups) if (label) addText(label.span);
  }
  return words.stream();
}

/** HTML and entity codes in a label. */
function markupOf(label: string): Span[] {
  if (!/[<#&]/.test(label)) return [];
  return [...label.matchAll(/<[^<>]*>|[#&][\w#]+;/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

class WordCollector {
  readonly #words: { readonly id: number; readonly span: Span; readonly joined: boolean }[] = [];

  add(word: string, span: Span, joined: boolean): void {
    this.#words.push({ id: wordTable.id(word), span, joined });
  }

  stream(): WordStream {
    const words = this.#words.sort((a, b) => a.span.start - b.span.start);
    return new WordStream(
      words.map(({ id }) => id),
      words.map(({ span }) => span.start),
      words.map(({ span }) => span.end - span.start),
      words.map(({ joined }) => joined),
    );
  }
}
