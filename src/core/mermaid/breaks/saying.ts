import { say } from '../../l10n/say';
import { type Line, spokenLines } from './line';
import { nearest } from './nearest';
import type { Break, Finder, Suspect } from './suspect';

/** What Mermaid says once it has read everything, without a place; the words in it are looked for in the text. */
export interface Saying {
  readonly message: RegExp;
  /** Finds the place on a line; `here` is marked, the flag `d` set. `$1` stands for what the message names. */
  readonly line: string;
  /** Whether it is the last such line that is wrong, not the first. */
  readonly last?: boolean;
  readonly says: (name: string, broken: Break) => string;
  /** Whether the line says what only its author can put right: then no fix takes it out, and only a near name is offered. */
  readonly stays?: boolean;
  /** What was most probably meant by the line, tried before all else. */
  readonly meant?: (line: string, broken: Break) => { readonly title: string; readonly line: string } | undefined;
  /** What may be written instead, from the whole text; without it the line is taken out. */
  readonly instead?: (broken: Break, name: string) => readonly string[];
}

/** Finds the places of errors that Mermaid leaves without one. */
export const sayings = (table: readonly Saying[]): Finder =>
  function* (broken) {
    for (const saying of table) {
      const match = saying.message.exec(broken.verdict.message);
      if (!match) continue;
      const names = match.slice(1).filter((name) => name !== undefined && name !== 'undefined');
      let source = saying.line;
      names.forEach((name, i) => {
        source = source.replaceAll(`$${i + 1}`, name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      });
      const pattern = new RegExp(source.replace(/\$\d/g, '[^\\s"]+'), 'di');
      const lines = [...spokenLines(broken)].filter((line) => pattern.test(line.text));
      for (const line of saying.last ? lines.reverse() : lines) yield* place(broken, saying, line, pattern);
    }
  };

const isCutShort = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 1 && (one.startsWith(other) || other.startsWith(one));

function* place(broken: Break, saying: Saying, line: Line, pattern: RegExp): Generator<Suspect> {
  const match = pattern.exec(line.text)!;
  const [start, end] = (match.indices!.groups!.here ?? match.indices!.groups!.other)!;
  const span = { start: line.start + start, end: line.start + end };
  const name = broken.text.slice(span.start, span.end);
  const message = saying.says(name, broken);
  const meant = saying.meant?.(line.text, broken);
  if (meant) {
    const changes = [{ span: { start: line.start, end: line.end }, newText: meant.line }];
    yield { code: 'mermaid.syntax', span, message, fix: { title: meant.title, safe: false, changes } };
  }
  const bare = name.replace(/^"|"$/g, '');
  const known = saying.instead?.(broken, name) ?? [];
  // Of names that are not near, only one that is cut short or drawn out is likely: dev and develop.
  const others = saying.stays ? [] : known.filter((one) => one !== bare && isCutShort(one, bare));
  for (const other of [...nearest(bare, known), ...others].slice(0, 4)) {
    const newText = name.startsWith('"') ? `"${other}"` : other;
    yield {
      code: 'mermaid.syntax',
      span,
      message,
      fix: { title: say`Write ${newText}`, safe: false, changes: [{ span, newText }] },
    };
  }
  if (!saying.stays)
    yield {
      code: 'mermaid.syntax',
      span,
      message,
      fix: {
        title: say`Make the line a comment`,
        safe: false,
        changes: [{ span: { start: line.start, end: line.start }, newText: '%% ' }],
      },
    };
  yield { code: 'mermaid.syntax', span, message };
}
