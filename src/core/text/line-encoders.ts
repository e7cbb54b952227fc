import type { Encoder } from './embedded-text';

/** How the lines of a text stand in their containers. */
export interface LineStyle {
  /** The marks that a line of the text begins with, asked for only when something is written. */
  readonly marks: () => string;
  readonly lineBreak: string;
  /**
   * Whether the outer offset of the text's start lies after the first line's marks or before them, or whether there is
   * no such line yet: the file ends with the line above.
   */
  readonly start: 'marked' | 'unmarked' | 'missing';
  /** A line follows the text that must stay one (a closing fence). */
  readonly separate: boolean;
  /** What stands before an outer offset on its line. */
  readonly lead?: (offset: number) => string;
}

/** Writes lines so that each stays in the containers that the text stands in. */
export const linesEncoder =
  ({ marks, lineBreak, start, separate, lead }: LineStyle): Encoder =>
  (newText, { inner, outer, marksBefore, marksAfter, atEnd }) => {
    const nothing = newText === '' && (marksAfter || outer.start === outer.end);
    const missing = start === 'missing' && inner.start === 0 ? lineBreak : '';
    const marked = start === 'marked' && inner.start === 0;
    const lacking = !marksBefore && /^[ \t]/.test(newText) && lead ? lackingMarks(lead(outer.start), marks()) : '';
    const before = marksBefore && !nothing && !marked ? missing + marks() : lacking;
    const ends = newText.endsWith('\n');
    const inside = (ends && marksAfter ? newText.slice(0, -1) : newText).split('\n');
    const body = inside.length === 1 ? inside[0]! : inside.join(lineBreak + marks());
    const broken = marksAfter && (ends || (atEnd && separate && !(marksBefore && nothing)));
    return before + body + (broken ? lineBreak : '');
  };

/** What a line that is less deep than its container lacks, before blanks that would else be taken for the container's. */
const lackingMarks = (lead: string, marks: string): string => (/^[ >]*$/.test(lead) ? marks.slice(lead.length) : '');

/** Writes on one line: headings and table cells end with it. */
export const oneLineEncoder: Encoder = (newText) => newText.replaceAll('\n', ' ');
