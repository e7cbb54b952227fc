import type { Cancellation } from '../cancellation';
import { say } from '../l10n/say';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { headerStart } from './breaks/header-start';
import { type Line, spokenLines } from './breaks/line';
import type { DiagramProblem } from './diagram-problem';
import type { ReadType } from './diagram-type';
import type { MermaidJudge, ShownText } from './judge';
import { isMarkup } from './markup';
import { difference, inkOf } from './shown-difference';

/** Beyond this many lines, more are not worth an author's wait. */
const mostLines = 20;

/**
 * Text that is written and does not appear in the picture. What may be read as something else (`#`, `;`, a tag) is
 * written so that it cannot be, and the pictures are compared: only what comes to light was lost.
 */
export async function lostTexts(
  text: string,
  type: ReadType,
  judge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem[]> {
  const suspects = [...suspectsIn(text, type)].slice(0, mostLines);
  const before = suspects.length > 0 ? await judge.show(text, cancellation) : undefined;
  if (!before) return [];
  const pictures = before.map((shown) => inkOf(shown.text));
  const found: DiagramProblem[] = [];
  for (const suspect of suspects) {
    // Most often the sign is drawn as it stands, and nothing need be tried.
    if (pictures.some((picture) => picture.includes(suspect.around)) !== suspect.drawnIsWrong) continue;
    const problem = await tried(text, suspect, before, judge, cancellation);
    if (problem) found.push(problem);
  }
  return found;
}

/** Something on a line that Mermaid may read as something else than text. */
interface Suspect {
  readonly span: Span;
  /** The sign with what stands beside it, as the picture shows it where it is drawn. */
  readonly around: string;
  /** Whether it is wrong where it is drawn as it stands, not where it is missing. */
  readonly drawnIsWrong: boolean;
  readonly message: string;
  /** Ways to write the line, the best first. */
  readonly ways: readonly Way[];
  readonly line: Line;
  readonly atMost?: 'information';
}

interface Way {
  /** None where it only shows what is lost: nobody would write it so. */
  readonly title?: string;
  readonly line: string;
}

async function tried(
  text: string,
  suspect: Suspect,
  before: readonly ShownText[],
  judge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem | undefined> {
  const { line, span, message, atMost } = suspect;
  for (const way of suspect.ways) {
    const after = await judge.show(text.slice(0, line.start) + way.line + text.slice(line.end), cancellation);
    if (!after || !bringsToLight(before, after, suspect.drawnIsWrong)) continue;
    const change = narrowed(line, way.line);
    return {
      code: 'mermaid.lost-text',
      span,
      message,
      fixes: way.title === undefined ? [] : [{ title: way.title, safe: true, changes: [change] }],
      ...(atMost && { atMost }),
    };
  }
  return undefined;
}

/** Whether the second picture says all that the first does, and more of it as one text. */
function bringsToLight(before: readonly ShownText[], after: readonly ShownText[], breaksLine: boolean): boolean {
  const { gone, come } = difference(before, after);
  const isOnEdge = ({ role }: ShownText): boolean => role === 'edge';
  if (come.length === 0 || (gone.length > 0 && gone.some(isOnEdge) !== come.some(isOnEdge))) return false;
  const ink = (texts: readonly ShownText[]) => inkOf(texts.map(({ text }) => text).join(''));
  const [had, has] = [ink(gone), ink(come)];
  if (breaksLine) return had.replaceAll('\\n', '') === has && !/<br/i.test(has);
  if (come.length < gone.length) return sorted(had) === sorted(has);
  return has.length > had.length && isWithin(had, has);
}

const sorted = (text: string): string => [...text].sort().join('');

/** Whether all characters of the first stand in the second, in order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (short.startsWith(character, at)) at += character.length;
  return at === short.length;
}

/** The change of a line without what stays at both ends. */
function narrowed(line: Line, newText: string): { span: Span; newText: string } {
  const old = line.text;
  let start = 0;
  while (start < old.length && old[start] === newText[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, newText.length) - start && old.at(-1 - end) === newText.at(-1 - end)) end++;
  return {
    span: { start: line.start + start, end: line.start + old.length - end },
    newText: newText.slice(start, newText.length - end),
  };
}

/** Lines whose signs are no text: styles, links, what only a reader's software sees, dates. */
const noText =
  /^\s*(?:style|linkStyle|classDef|class|cssClass|click|links?|callback|properties|details|href|accTitle|accDescr|dateFormat|axisFormat|tickInterval|todayMarker|excludes|includes|%%|#)(?=[\s:{]|$)|^\s*(?:%%|#)|:::\s*$|\bdirection\s+(?:TB|TD|BT|LR|RL)\b/;

function* suspectsIn(text: string, type: ReadType): Generator<Suspect> {
  if (!/[#;\\]|<[/!?\p{L}]/u.test(text)) return;
  const lines = new LineIndex(text);
  const start = headerStart(text);
  let braced = false;
  for (const line of spokenLines({ text, lines })) {
    if (line.end <= start) continue;
    if (braced || /^\s*accDescr\s*\{/.test(line.text)) {
      braced = !line.text.includes('}');
      continue;
    }
    if (type === 'class' && /^\s*<<?\p{L}[\p{L} ]*>>?(?:\s+\w+)?\s*$/u.test(line.text)) continue;
    const isClass = type === 'class' && /^\s*class\s+[^\s[]+\s*\["/.test(line.text);
    if (isClass || !noText.test(line.text)) yield* suspectsOn(line, type);
  }
}

/** Formulas, and entities that decode to what can be seen, are what they are meant to be. */
const meant =
  /\$\$.*?\$\$|#(?!(?:0*(?:[0-9]|[12][0-9]|3[01]|12[7-9]|1[34][0-9]|15[0-9]);))\w{1,32};|&#?\w{1,32};|<<\w+>>/g;

function* suspectsOn(line: Line, type: ReadType): Generator<Suspect> {
  const plain = line.text.replace(meant, (match) => '\u0000'.repeat(match.length));
  const at = (start: number, end: number): Span => ({ start: line.start + start, end: line.start + end });
  const around = (start: number, end: number) =>
    inkOf(line.text.slice(Math.max(0, start - 1), end + 3).replace(/[\])}"|]+$/, ''));

  const tags = [...plain.matchAll(/<[/!?\p{L}](?:=\s*"[^"]*"|=\s*'[^']*'|[^<>"'\]|])*>?/gu)].filter(
    ({ 0: tag }) => !isMarkup(tag, plain),
  );
  const tag = tags[0];
  if (tag) {
    const opens = new Set(tags.map(({ index }) => index));
    const closes = new Set(tags.map(({ 0: one, index }) => index + one.length - 1));
    const escaped = replaced(line.text, (i, character) =>
      opens.has(i) ? '#lt;' : character === '>' && closes.has(i) ? '#gt;' : undefined,
    );
    const tilded = line.text.replace(/(?<=[\p{L}\p{N}_])<|>(?=[\p{L}\p{N}_>,)\s]|$)/gu, '~');
    yield {
      line,
      span: at(tag.index, tag.index + tag[0].trimEnd().length),
      around: inkOf(tag[0]),
      drawnIsWrong: false,
      message: say`‘${tag[0].trim()}’ is read as an HTML tag, and is not drawn.`,
      ways: [
        ...(type === 'class' && !/-->|<\||\["/.test(line.text)
          ? [{ title: say`Write ~ for the angle brackets`, line: tilded }]
          : []),
        {
          title: /#gt;/.test(escaped)
            ? say`Write #lt; and #gt; for the angle brackets`
            : say`Write #lt; for the angle bracket`,
          line: escaped,
        },
        {
          title: say`Write #lt; for the angle bracket`,
          line: replaced(line.text, (i) => (opens.has(i) ? '#lt;' : undefined)),
        },
        { line: replaced(line.text, (i) => (opens.has(i) ? '(' : closes.has(i) ? ')' : undefined)) },
      ],
    };
  }

  const sign = plain.indexOf('#');
  if (sign >= 0 && tag === undefined) {
    const entity = /^#\w+;/.exec(plain.slice(sign))?.[0];
    const rest = entity ?? line.text.slice(sign);
    yield {
      line,
      span: at(sign, sign + rest.length),
      around: around(sign, sign + (entity?.length ?? 1)),
      drawnIsWrong: false,
      message: entity
        ? say`‘${entity}’ is read as the code of a character, and is not drawn.`
        : say`‘#’ cuts the text short here: ‘${rest}’ is not drawn.`,
      ways: [
        {
          title: say`Write #35; for #`,
          line: replaced(line.text, (i, character) =>
            character === '#' && plain[i] === '#'
              ? '#35;'
              : character === ';' && plain[i] === ';' && !entity
                ? '#59;'
                : undefined,
          ),
        },
      ],
    };
  }

  const semicolon = plain.search(/;(?=\s*[^\s;])/);
  if (semicolon >= 0 && sign < 0) {
    yield {
      line,
      span: at(semicolon, semicolon + 1),
      around: around(semicolon, semicolon + 1),
      drawnIsWrong: false,
      message: say`The semicolon ends the text here: what stands after it is drawn as something else.`,
      ways: [
        {
          title: say`Write #59; for the semicolon`,
          line: replaced(line.text, (i) => (plain[i] === ';' && i <= plain.trimEnd().length - 2 ? '#59;' : undefined)),
        },
      ],
    };
  }

  // `C:\new` and `\nabla` are meant: a line break is written where nothing else begins with a backslash.
  const breaks = /\\n(?!abla\b|e\b|eq\b|u\b|ot\b|i\b|eg\b)/g;
  const lineBreak = breaks.exec(plain);
  if (lineBreak && !/\\(?!n)|:\\/.test(plain)) {
    yield {
      line,
      span: at(lineBreak.index, lineBreak.index + 2),
      around: around(lineBreak.index, lineBreak.index + 2),
      drawnIsWrong: true,
      message: say`‘\\n’ is drawn as two characters here. <br/> begins a new line.`,
      ways: [{ title: say`Write <br/>`, line: line.text.replaceAll('\\n', '<br/>') }],
      atMost: 'information',
    };
  }
}

const replaced = (text: string, write: (index: number, character: string) => string | undefined): string =>
  Array.from({ length: text.length }, (_, i) => write(i, text[i]!) ?? text[i]).join('');
