import { inlineSpans } from '../course/inline/inline-spans';
import { plainText } from '../course/inline/plain-text';
import { blankEmoji } from '../text/emoji';
import { spokenFormula } from './spoken-formula';

/** Signs that voices stumble over. */
const signs: readonly (readonly [sign: RegExp, words: string])[] = [
  [/\s*(?:→|⟶|=>|->)\s*/g, ' to '],
  [/\s*(?:↔|<->)\s*/g, ' and '],
  [/\s*≈\s*/g, ' about '],
  [/\s*×\s*/g, ' times '],
  [/\s*≤\s*/g, ' at most '],
  [/\s*≥\s*/g, ' at least '],
  [/(?<=\d)\s*%/g, ' percent'],
  [/[|_*#`~<>{}\\^]+/g, ' '],
];

/** Markdown of one paragraph as it is read aloud: formulas in words, no marks, no emoji, no addresses. */
export function spokenText(markdown: string): string {
  let text = '';
  let at = 0;
  const formulas = new Map(inlineSpans(markdown).formulas.map((formula) => [formula.span.start, formula]));
  for (const [start, { span, contentSpan }] of formulas) {
    text += `${markdown.slice(at, start)} ${spokenFormula(markdown.slice(contentSpan.start, contentSpan.end))} `;
    at = span.end;
  }
  let spoken = blankEmoji(plainText(text + markdown.slice(at))).replace(/\b(?:https?:\/\/|www\.)\S+/g, 'a link');
  for (const [sign, words] of signs) spoken = spoken.replace(sign, words);
  return spoken
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim();
}
