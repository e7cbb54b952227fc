import type { Encoder } from './embedded-text';

/** What every line of a text but the first must begin with, asked for only when something is written. */
export type LinePrefix = () => string;

/** Writes lines so that each stays in the containers that the text stands in. */
export const linesEncoder =
  (prefix: LinePrefix, lineBreak: string): Encoder =>
  (newText) =>
    newText.includes('\n') ? newText.replaceAll('\n', lineBreak + prefix()) : newText;

/**
 * The same for whole lines: where the last of them are replaced, marks included, the new ones bring their own, and what
 * follows keeps its own. `separate` says that a line follows that must stay one (a closing fence).
 */
export const wholeLinesEncoder =
  (prefix: LinePrefix, lineBreak: string, separate: boolean): Encoder =>
  (newText, { lastLines, atEnd }) => {
    if (!atEnd) return newText.includes('\n') ? newText.replaceAll('\n', lineBreak + prefix()) : newText;
    if (newText === '') return lastLines || !separate ? '' : lineBreak;
    const ends = newText.endsWith('\n');
    const body = (ends ? newText.slice(0, -1) : newText).replaceAll('\n', lineBreak + prefix());
    return (lastLines ? prefix() : '') + body + (ends || separate ? lineBreak : '');
  };

/** Writes on one line: headings and table cells end with it. */
export const oneLineEncoder: Encoder = (newText) => newText.replaceAll('\n', ' ');
