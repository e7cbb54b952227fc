import { say } from '../l10n/say';
import { LineIndex } from '../text/line-index';
import { spokenLines } from './breaks/line';
import type { ReadType } from './diagram-type';
import type { LostSuspect } from './lost-signs';
import type { Unseen } from './lost-titles';
import { inkOf } from './shown-difference';

const frame = '^\\s*(?:tf|timeframe|rf|resetframe)\\s+\\d+\\s+\\w+\\s+[\\w.]+\\s+(?:->>\\s*\\d+\\s+)*';
const quoted = new RegExp(`${frame}(?<here>"(?<double>[^"]+)"|'(?<single>[^']+)')\\s*$`, 'd');
const tight = new RegExp(`${frame}(?<here>\\{(?<data>.*[^\\s}])\\})\\s*$`, 'd');

/** Examples of an event model that lose something: the sign before a brace, or all that stands in quotes. */
export function* signsInData(text: string, type: ReadType): Generator<LostSuspect> {
  if (type !== 'eventmodeling') return;
  for (const line of spokenLines({ text, lines: new LineIndex(text) })) {
    const match = quoted.exec(line.text) ?? tight.exec(line.text);
    if (!match) continue;
    const { data, double, single } = match.groups!;
    const words = (data ?? double ?? single)!;
    const [start, end] = match.indices!.groups!.here!;
    const isTight = data !== undefined;
    const from = isTight ? end - 2 : start;
    yield {
      line,
      span: { start: line.start + from, end: line.start + end },
      around: inkOf(words),
      message: isTight
        ? say`The sign before the brace is not drawn: a space must stand between them.`
        : say`What a frame holds is drawn only in braces, not in quotes: { text }.`,
      ways: [
        {
          title: isTight ? say`Put the space` : say`Write braces`,
          line: `${line.text.slice(0, start)}{ ${words.trim()} }${line.text.slice(end)}`,
        },
      ],
    };
  }
}

/** What an event model may hold and never draws: its notes, and examples that no frame names. */
export function* dataUnseen(text: string, type: ReadType): Generator<Unseen> {
  if (type !== 'eventmodeling') return;
  for (const { start, text: line } of spokenLines({ text, lines: new LineIndex(text) })) {
    const match = /^\s*(?:(?<note>note|gwt)\b.*|data\s+(?<here>\w+)\s*\{)/d.exec(line);
    if (!match) continue;
    const name = match.groups!.here;
    if (name !== undefined && text.includes(`[[${name}]]`)) continue;
    const [from, to] = match.indices!.groups![name === undefined ? 'note' : 'here']!;
    yield {
      span: { start: start + from, end: start + to },
      role: 'none',
      message:
        name === undefined
          ? say`An event model draws no ‘${match.groups!.note!}’.`
          : say`No frame names ‘${name}’, so it is not drawn: tf 01 cmd Name [[${name}]].`,
    };
  }
}
