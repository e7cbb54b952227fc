import { say } from '../l10n/say';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { headerStart } from './breaks/header-start';
import { type Line, spokenLines } from './breaks/line';
import type { ReadType } from './diagram-type';
import type { LostSuspect } from './lost-signs';
import { isMarkup } from './markup';
import { inkOf } from './shown-difference';

/** A line of the front matter with the diagram's title: the value, and whether it stands in quotes. */
function frontTitle(text: string): { readonly line: Line; readonly value: string; readonly span: Span } | undefined {
  const match =
    /^\s*---[ \t]*\r?\n(?:(?![ \t]*---)[^\n]*\n)*?(?<line>[ \t]*title:[ \t]+(?<value>\S[^\r\n]*?))[ \t]*\r?\n/d.exec(
      text.slice(0, headerStart(text)),
    );
  if (!match) return undefined;
  const [start, end] = match.indices!.groups!.line!;
  const [from, to] = match.indices!.groups!.value!;
  const line = { number: 0, start, end, text: text.slice(start, end), indent: 0 };
  return { line, value: match.groups!.value!, span: { start: from, end: to } };
}

/** What a title in the front matter may lose: a `#` begins a comment there, and a tag is no text. */
export function* signsInTitle(text: string): Generator<LostSuspect> {
  const title = frontTitle(text);
  if (!title) return;
  const { line, value, span } = title;
  const comment = /^[^"'#|>{[&*].*?\s(#.*)$/.exec(value);
  if (comment) {
    const start = span.end - comment[1]!.length;
    yield {
      line,
      span: { start, end: span.end },
      around: inkOf(comment[1]!),
      message: say`In the front matter ‘#’ begins a comment: ‘${comment[1]}’ is not drawn.`,
      ways: [
        {
          title: say`Put the title in quotes`,
          line: line.text.slice(0, span.start - line.start) + JSON.stringify(value),
        },
      ],
    };
  }
  const tag = /<[/!?\p{L}][^<>]*>/u.exec(value);
  if (tag && !isMarkup(tag[0], value)) {
    const start = span.start + tag.index;
    yield {
      line,
      span: { start, end: start + tag[0].length },
      around: inkOf(tag[0]),
      message: say`‘${tag[0]}’ is read as an HTML tag, and is not drawn.`,
      ways: [{ line: line.text.replace(/<([^<>]*)>/g, '($1)') }],
    };
  }
}

/** A text that may be drawn nowhere, and its role in a picture that draws it. */
export interface Unseen {
  readonly span: Span;
  readonly role: string;
  readonly message: string;
}

/** Texts that some kinds of diagram never draw: a title in the front matter, the message of a commit. */
export function* textsUnseen(text: string, type: ReadType): Generator<Unseen> {
  const title = frontTitle(text);
  const words = title && /^(["']?)([^\s"'#<>&|*[{][^"'#<>&]*)\1$/.exec(title.value);
  if (words) {
    const start = title.span.start + words[1]!.length;
    yield {
      span: { start, end: start + words[2]!.length },
      role: 'title',
      message: say`This kind of diagram draws no title from the front matter.`,
    };
  }
  if (type !== 'gitgraph') return;
  for (const { start, text: line } of spokenLines({ text, lines: new LineIndex(text) })) {
    const match =
      /^\s*commit\b.*?\bmsg:\s*"(?<here>[^"]+)"/d.exec(line) ?? (/\bid:/.test(line) ? bareMessage.exec(line) : null);
    if (!match) continue;
    const [from, to] = match.indices!.groups!.here!;
    yield {
      span: { start: start + from, end: start + to },
      role: 'message',
      message: /\bmsg:/.test(line)
        ? say`What stands after msg: is not drawn: a commit shows its id: and its tag:.`
        : say`This text is not drawn: a commit shows what stands after id: and tag:.`,
    };
  }
}

/** A text that belongs to no word before it. */
const bareMessage = /^\s*commit(?:\s+(?:(?:id|tag|msg):\s*"[^"]*"|type:\s*\w+))*\s+(?<here>"(?<text>[^"]+)")/d;

/** Angle brackets in an id are drawn as `&lt;` and `&gt;`. */
const idOf = (text: string): string => text.replaceAll('<', '#lt;').replaceAll('>', '#gt;');

/** `commit "text"`: a text without `id:` is kept as a message, which no picture shows. */
export function* messagesUnseen(text: string, type: ReadType): Generator<LostSuspect> {
  if (type !== 'gitgraph') return;
  for (const line of spokenLines({ text, lines: new LineIndex(text) })) {
    const match = /\bid:/.test(line.text) ? null : bareMessage.exec(line.text);
    if (!match) continue;
    const [from, to] = match.indices!.groups!.here!;
    // Two commits of one id are one.
    const isTwice = text.split(match.groups!.here!).length > 2;
    yield {
      line,
      span: { start: line.start + from, end: line.start + to },
      around: inkOf(match.groups!.text!),
      message: say`This text is not drawn: a commit shows what stands after id: and tag:.`,
      ways: [
        {
          ...(!isTwice && { title: say`Write id:` }),
          line: `${line.text.slice(0, from)}id: ${idOf(line.text.slice(from))}`,
        },
      ],
    };
  }
}
