import { say } from '../../l10n/say';
import { resultUnits } from '../claims/units';
import type { DemoCompletion, DemoCompletionItem } from '../demo-completion';
import { constants, functions } from './expression';

const meanings: Readonly<Record<string, string>> = {
  ...{
    sqrt: say`Square root.`,
    exp: say`e to the power of it.`,
    ln: say`Natural logarithm.`,
    log2: say`Logarithm to the base 2.`,
  },
  ...{
    log10: say`Logarithm to the base 10.`,
    log: say`Natural logarithm, or to the base given second: \`log(8, 2)\`.`,
  },
  ...{
    abs: say`Without its sign.`,
    round: say`The nearest whole number.`,
    floor: say`Rounded down.`,
    ceil: say`Rounded up.`,
  },
  ...{ min: say`The least of some.`, max: say`The greatest of some.` },
  ...{ sum: '`sum(i = 1..n, i^2)`', product: '`product(i = 1..n, i)`', pi: '3.14159…', e: '2.71828…' },
};

/**
 * What may stand at an offset of a list of formulas: behind the sign of equality the names above it and functions, in
 * brackets before it units. Undefined elsewhere.
 */
export function formulaCompletion(text: string, offset: number): DemoCompletion | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const item = /^\s*-\s+["']?(.*)$/su.exec(line)?.[1];
  const above = text.slice(0, lineStart);
  if (item === undefined || !isInList(above)) return undefined;
  const word = /[\p{L}\p{N}_]*$/u.exec(item)![0];
  const span = { start: offset - word.length, end: offset };
  if (/^\d/.test(word)) return { span, items: [] };
  const before = item.slice(0, item.length - word.length);
  if (/\[\s*$/.test(before) && !before.includes('='))
    return { span, items: resultUnits.map((unit) => named(unit, say`What the formula counts.`, ']')) };
  if (!before.includes('=')) return { span, items: [] };
  const names = above.split('\n').flatMap((one): DemoCompletionItem[] => {
    const [, name, formula] =
      /^\s*-\s+["']?([\p{L}_][\p{L}\p{N}_]*)\s*(?:\[[^\]]*\])?\s*=\s*(.*?)["']?\s*$/u.exec(one) ?? [];
    return name === undefined
      ? []
      : [{ ...named(name, `\`${name} = ${formula}\``), kind: 'result', detail: formula ?? '' }];
  });
  const called = [...Object.keys(functions), 'sum', 'product'].map((name) => named(name, meanings[name] ?? '', '('));
  const fixed = Object.keys(constants).map((name) => named(name, meanings[name] ?? ''));
  return { span, items: [...names.reverse(), ...called, ...fixed] };
}

const named = (label: string, documentation: string, after = ''): DemoCompletionItem => ({
  ...{ kind: 'value', label, insertText: label + after, documentation },
});

/** Whether what stands above ends in a list under `let`. */
function isInList(above: string): boolean {
  const lines = above.split('\n');
  const key = lines.findLastIndex((line) => /^["']?[\w.-]+["']?\s*:/.test(line));
  return key >= 0 && /^["']?let["']?\s*:\s*(?:#.*)?$/.test(lines[key]!);
}
