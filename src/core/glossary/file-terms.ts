import type { CourseDocument, Diagram } from '../course/course-document';
import type { Fact } from '../course/fact';
import { inlineSpans } from '../course/inline/inline-spans';
import { symbolsIn } from '../mermaid/symbols-in';
import { charCodes } from '../text/char-codes';
import { LinePlaces, type PackedPlaces } from '../text/line-index';
import type { Span } from '../text/span';
import { glossaryEntries } from './glossary-entries';
import type { GlossaryEntry } from './glossary-entry';
import { type PackedWords, WordCollector, WordStream } from './word-stream';
import { wordTable } from './word-table';
import { scanWords } from './words';

/** What one file has to say about terms: those it defines, and all its words, in prose and in diagrams. */
export interface FileTerms {
  readonly entries: readonly GlossaryEntry[];
  readonly prose: WordStream;
  readonly nodes: WordStream;
  /**
   * What stands in code within prose and in front matter, and the words of code blocks and of long identifiers once each: it
   * is no place of a term, and yet says that one is used.
   */
  readonly code: WordStream;
  readonly places: LinePlaces;
}

interface PackedTerms {
  readonly entries: FileTerms['entries'];
  readonly prose: PackedWords;
  readonly nodes: PackedWords;
  readonly code: PackedWords;
  readonly places: PackedPlaces;
}

/** Kept of every file of a course, also when its text is let go. */
export const fileTerms: Fact<FileTerms> = {
  name: 'terms',
  of: (document) =>
    Object.freeze({
      entries: glossaryEntries(document),
      ...proseWords(document),
      nodes: diagramWords(document.diagrams),
      places: document.lines.places,
    }),
  pack: ({ entries, prose, nodes, code, places }): PackedTerms => ({
    entries,
    prose: prose.pack(),
    nodes: nodes.pack(),
    code: code.pack(),
    places: places.pack(),
  }),
  unpack(packed) {
    const { entries, prose, nodes, code, places } = packed as PackedTerms;
    return {
      entries,
      prose: WordStream.unpack(prose),
      nodes: WordStream.unpack(nodes),
      code: WordStream.unpack(code),
      places: LinePlaces.unpack(places),
    };
  },
};

function proseWords(document: CourseDocument): Pick<FileTerms, 'prose' | 'code'> {
  const words = new WordCollector();
  const code = new WordCollector();
  for (const { frontMatter } of document.regions) {
    if (!frontMatter) continue;
    const { start: from } = frontMatter;
    scanWords(document.text.slice(from, frontMatter.end), [], (start, end, joined, codes) =>
      code.add(codes, start, end, from + start, from + end, joined),
    );
  }
  for (const { source } of document.inlines) {
    const { text, shift } = source;
    const place = shift === undefined ? (at: number, side: 'start' | 'end') => source.toOuter(at, side) : undefined;
    const opaque = opaqueOf(text);
    scanWords(text, opaque, (start, end, joined, codes) => {
      const outer = place ? place(start, 'start') : start + shift!;
      words.add(codes, start, end, outer, place ? place(end, 'end') : end + shift!, joined);
    });
    for (const span of opaque) {
      if (text[span.start] !== '`') continue;
      // `infer_ctxt` speaks of the ctxt.
      scanWords(text.slice(span.start, span.end).replaceAll('_', ' '), [], (start, end, joined, codes) => {
        const [from, to] = [span.start + start, span.start + end];
        const outer = place ? place(from, 'start') : from + shift!;
        code.add(codes, start, end, outer, place ? place(to, 'end') : to + shift!, joined);
      });
    }
  }
  addOnce(document, code);
  return { prose: words.stream(), code: code.stream() };
}

/** The words of code blocks, and the parts of prose's `SYS_EHID1_EL1`, each at its first place alone. */
function addOnce({ text, fences, inlines }: CourseDocument, code: WordCollector): void {
  const seen = new Set<number>();
  const add = (part: string, at: number): void =>
    scanWords(part.replaceAll('_', ' '), [], (start, end, _, codes) => {
      const id = wordTable.idAt(codes, start, end);
      if (seen.has(id)) return;
      seen.add(id);
      code.add(codes, start, end, at + start, at + end, false);
    });
  for (const { contentSpan } of fences) add(text.slice(contentSpan.start, contentSpan.end), contentSpan.start);
  for (const { source, span } of inlines) {
    for (const [name] of source.text.matchAll(/(?<![A-Za-z\d])[A-Za-z\d]+(?:_[A-Za-z\d]+)+/g)) add(name, span.start);
  }
}

/** What is no prose; MyST's `` {term}`name` `` is, for it names a term. */
function opaqueOf(text: string): readonly Span[] {
  const { opaque } = inlineSpans(text);
  return text.includes('{term}`') ? opaque.filter(({ start }) => !text.startsWith('{term}', start - 6)) : opaque;
}

/** Ids count as one word each, unless white space says that the id is the text that is shown. */
function diagramWords(diagrams: readonly Diagram[]): WordStream {
  const words = new WordCollector();
  for (const diagram of diagrams) {
    const { content } = diagram;
    const symbols = symbolsIn(diagram);
    const read = new Set<number>();
    const add = (codes: Uint16Array, from: number, to: number, start: number, joined: boolean): void => {
      const end = start + to - from;
      words.add(codes, from, to, content.toOuter(start, 'start'), content.toOuter(end, 'end'), joined);
    };
    const addText = ({ start, end }: Span): void => {
      if (read.has(start)) return;
      read.add(start);
      const label = content.text.slice(start, end);
      scanWords(label, markupOf(label), (from, to, joined, codes) => add(codes, from, to, start + from, joined));
    };
    for (const node of symbols.nodes) {
      const isText = /\s/.test(node.id);
      for (const { span } of node.occurrences) {
        if (isText) addText(span);
        else if (!read.has(span.start)) {
          read.add(span.start);
          const id = content.text.slice(span.start, span.end);
          add(charCodes(id), 0, id.length, span.start, false);
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
