import type { Line } from '../breaks/line';
import { nearest } from '../breaks/nearest';
import type { Suspect } from '../breaks/suspect';
import { bodyLines, type Taken } from './doubt';

/** Keywords that, misspelt, pass for content in a type, and how a line with them goes on. */
const keywords: Readonly<Record<string, readonly (readonly [keyword: string, follows: RegExp])[]>> = {
  timeline: [
    ['section', /^\s+[^:]+$/],
    ['title', /^\s+[^:]+$/],
  ],
  block: [['columns', /^\s+\S+\s*$/]],
  state: [
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['state', /^\s+(?:"|\w+\s*(?:\{|<<|$))/],
    ['note', /^\s+(?:left|right)\s+of\b/],
  ],
  class: [
    ['class', /^\s+\w+\s*(?:\{|$)/],
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['namespace', /^\s+\w+\s*\{/],
  ],
};

/** A keyword misspelt so that it passes for a period, a state, a class or a block. */
export function* contentWords(diagram: Taken): Iterable<Suspect> {
  const known = keywords[diagram.type];
  if (!known) return;
  for (const line of bodyLines(diagram)) {
    const match = /^(\s*)([\p{L}_]\w*)(.*)$/u.exec(line.text);
    if (!match) continue;
    const [, margin = '', word = '', rest = ''] = match;
    for (const [keyword, follows] of known) {
      if (word === keyword || !follows.test(rest) || nearest(word, [keyword]).length === 0) continue;
      if (Math.abs(word.length - keyword.length) > 1) continue;
      yield misspelt(line, margin.length, word, keyword);
    }
  }
}

function misspelt(line: Line, column: number, word: string, keyword: string): Suspect {
  const span = { start: line.start + column, end: line.start + column + word.length };
  return {
    code: 'mermaid.value',
    span,
    message: `‘${word}’ is drawn as content; ‘${keyword}’ is the keyword.`,
    fix: { title: `Write ${keyword}`, safe: false, changes: [{ span, newText: keyword }] },
  };
}

/** `columns x`: a number or `auto` is meant. */
export function* columnCounts(diagram: Taken): Iterable<Suspect> {
  if (diagram.type !== 'block') return;
  for (const line of bodyLines(diagram)) {
    const match = /^\s*(?<here>columns)\s+(?<count>\S+)\s*$/d.exec(line.text);
    if (!match || /^(?:\d+|auto)$/.test(match.groups!.count!)) continue;
    const [start, end] = match.indices!.groups!.here!;
    const [from, to] = match.indices!.groups!.count!;
    yield {
      code: 'mermaid.value',
      span: { start: line.start + start, end: line.start + end },
      message: `A number or auto stands behind columns; so this is drawn as two blocks.`,
      fix: {
        title: 'Write columns auto',
        safe: false,
        changes: [{ span: { start: line.start + from, end: line.start + to }, newText: 'auto' }],
      },
    };
  }
}
