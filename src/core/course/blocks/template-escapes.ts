import type { Encoder } from '../../text/embedded-text';
import type { Stand } from './html-entities';

const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** What stands for another text in a template of JavaScript: an escaped sign, and for some word an expression `${…}`. */
export function templateStands(text: string, start: number, end: number, raw: boolean): Stand[] {
  const found: Stand[] = [];
  for (const { 0: written, index } of text.slice(start, end).matchAll(/\\(.)|\$\{[^{}`]*\}/g)) {
    const isExpression = written.startsWith('$');
    if (raw && !isExpression) continue;
    found.push({
      start: start + index,
      end: start + index + written.length,
      text: isExpression ? 'x' : (signs[written[1]!] ?? written[1]!),
      kind: isExpression ? 'opaque' : 'escape',
    });
  }
  return found;
}

/** Writes text into a template; a raw one can hold no backtick and no expression that is none. */
export const templateEncoder =
  (lines: Encoder, raw: boolean): Encoder =>
  (newText, place) => {
    if (!raw) return lines(newText.replace(/[`\\]|\$(?=\{)/g, '\\$&'), place);
    return /`|\$\{/.test(newText) ? undefined : lines(newText, place);
  };
