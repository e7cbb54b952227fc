import { directiveRegex, encodeEntities, matchFrontMatter } from 'mermaid-internals';
import { MappedText } from '../../core/text/mapped-text';

/** What Mermaid's preprocessing leaves of a diagram, each character knowing where the author wrote it. */
export interface Preprocessed {
  /** Front matter, directives and comments gone: what decides the type. */
  readonly cleaned: MappedText;
  /** What the parser reads when it strips comments by itself. */
  readonly withComments: MappedText;
  /** Where the front matter's YAML begins, and how far each of its lines is indented. */
  readonly frontMatter: { readonly body: number; readonly indent: number } | undefined;
}

/**
 * Mermaid's `preprocessDiagram`, step by step the same (12.3.0, `src/preprocess.ts`), but keeping the way back:
 * Mermaid deletes lines and then counts the ones left.
 */
export function preprocess(diagram: string): Preprocessed {
  let text = MappedText.of(diagram)
    .replace(/\r\n?/g, () => '\n')
    .replace(/<(\w+)([^>]*)>/g, ([, tag, attributes]) => `<${tag}${attributes!.replace(/="([^"]*)"/g, "='$1'")}>`);
  const match = matchFrontMatter(text.text);
  const frontMatter = match && {
    body: text.origin(text.text.indexOf(match.body, match.indent.length + 3)),
    indent: match.indent.length,
  };
  if (match) text = text.delete(0, match.length);
  const withComments = text.replace(directiveRegex, () => '');
  const uncommented = withComments.replace(/^\s*%%(?!{)[^\n]+\n?/gm, () => '');
  const cleaned = uncommented.delete(0, uncommented.text.length - uncommented.text.trimStart().length);
  return { cleaned, withComments, frontMatter };
}

/** Mermaid's last step before the parser: `#quot;` and its like are rewritten, a line end is appended. */
export function encoded(source: MappedText): MappedText {
  return source
    .replace(/style.*:\S*#.*;/g, ([match]) => match.slice(0, -1))
    .replace(/classDef.*:\S*#.*;/g, ([match]) => match.slice(0, -1))
    .replace(/#\w+;/g, ([match]) => encodeEntities(match))
    .append('\n');
}

/**
 * The way back from what a parser really read, where it tidied the text by itself (flowchart and sankey drop white
 * space): each character is found again in order, what is missing between is passed over.
 */
export function originOf(source: MappedText, read: string | undefined): (offset: number) => number {
  if (read === undefined || read === source.text) return (offset) => source.origin(offset);
  const origins = new Int32Array(read.length + 1);
  let at = 0;
  for (let i = 0; i < read.length; i++) {
    const found = source.text.indexOf(read[i]!, at);
    if (found >= 0) at = found;
    origins[i] = source.origin(at);
    if (found >= 0) at++;
  }
  origins[read.length] = source.origin(source.text.length);
  return (offset) => origins[Math.max(0, Math.min(offset, read.length))]!;
}
