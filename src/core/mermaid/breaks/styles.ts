import { say } from '../../l10n/say';
import { placeholder } from './placeholder';
import { slips } from './slip';

const directive = '^\\s*(?:style|classDef|linkStyle)\\s+';

const hex = (number: string): string =>
  Math.min(255, Math.round(Number(number)))
    .toString(16)
    .padStart(2, '0');

/** What is CSS and not taken in a style: colours as functions, braces, and signs other than `name:value,name:value`. */
export const styles = slips([
  {
    line: /^\s*classDef\s+(?<mend>)(?<here>[a-z-]+\s*:\s*[^\s,:;][^:;]*)/d,
    message: ({ here }) => say`The name of the class is missing before its style: classDef bright ${here}.`,
    title: say`Put ${placeholder} for the name`,
    mend: `${placeholder} `,
    sure: true,
  },
  {
    line: new RegExp(
      `${directive}.*?(?<mend>rgba?(?<here>\\()\\s*(?<r>[\\d.]+)\\s*,\\s*(?<g>[\\d.]+)\\s*,\\s*(?<b>[\\d.]+)\\s*(?:,\\s*(?<a>[\\d.]+)\\s*)?\\))`,
      'd',
    ),
    message: say`A colour is written without parentheses here: #f00, or a name such as red.`,
    title: say`Write it as a #colour`,
    mend: ({ r, g, b, a }) => `#${hex(r!)}${hex(g!)}${hex(b!)}${a ? hex(String(Number(a) * 255)) : ''}`,
    sure: true,
  },
  {
    line: new RegExp(`${directive}.*?:\\s*[a-z]+(?<here>\\()`, 'd'),
    message: say`A colour is written without parentheses here: #f00, or a name such as red.`,
    sure: true,
  },
  {
    line: new RegExp(`${directive}[\\w,]+\\s*(?<mend>(?<here>\\{)(?<css>[^{}]*)\\})\\s*;?$`, 'd'),
    message: say`A style has no braces: its parts follow each other, with commas between.`,
    title: say`Write the style without braces`,
    mend: ({ css }) =>
      css!
        .split(/[;,]/)
        .map((part) => part.trim().replace(/\s*:\s*/, ':'))
        .filter((part) => part !== '')
        .join(','),
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(`${directive}[\\w,]+\\s+(?:[\\w-]+:[^,=]*,\\s*)*[a-z-]+(?<mend>\\s*(?<here>=)\\s*)`, 'd'),
    message: say`A colon must stand between what is styled and its value: fill:#fff.`,
    title: say`Write a colon`,
    mend: ':',
    safe: true,
    sure: true,
  },
]);
