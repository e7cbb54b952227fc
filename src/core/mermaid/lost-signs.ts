import { say } from '../l10n/say';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { headerStart } from './breaks/header-start';
import { type Line, spokenLines } from './breaks/line';
import type { ReadType } from './diagram-type';
import { isMarkup } from './markup';
import { decodeEntities } from './scan/entities';
import { inkOf } from './shown-difference';

/** Something on a line that Mermaid may read as something else than text. */
export interface LostSuspect {
  readonly span: Span;
  /** The sign with what stands beside it, as the picture shows it where it is drawn. */
  readonly around: string;
  /** For what is wrong where it is drawn as it stands, not where it is missing: what is left of a text without it. */
  readonly without?: (drawn: string) => string;
  readonly message: string;
  /** Ways to write the line, the best first. */
  readonly ways: readonly Way[];
  readonly line: Line;
  readonly atMost?: 'information';
}

export interface Way {
  /** None where it only shows what is lost: nobody would write it so. */
  readonly title?: string;
  readonly line: string;
}

/** Lines whose signs are no text: styles, links, what only a reader's software sees, dates. */
const noText =
  /^\s*(?:style|linkStyle|classDef|class|cssClass|click|links?|callback|properties|details|href|accTitle|accDescr|dateFormat|axisFormat|tickInterval|todayMarker|excludes|includes|%%|#)(?=[\s:{]|$)|^\s*(?:%%|#)|:::\s*$|\bdirection\s+(?:TB|TD|BT|LR|RL)\b/;

/** Signs on the lines of a diagram that may be read as something else than text. */
export function* signsInText(text: string, type: ReadType): Generator<LostSuspect> {
  if (!(type === 'gitgraph' ? /[#;\\<>]/ : /[#;\\]|<[/!?\p{L}]/u).test(text)) return;
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

function* suspectsOn(line: Line, type: ReadType): Generator<LostSuspect> {
  const plain = line.text.replace(meant, (match) => '\u0000'.repeat(match.length));
  const at = (start: number, end: number): Span => ({ start: line.start + start, end: line.start + end });
  const around = (start: number, end: number) =>
    inkOf(line.text.slice(Math.max(0, start - 1), end + 3).replace(/[\])}"|]+$/, ''));

  const tags = [...plain.matchAll(/<[/!?\p{L}](?:=\s*"[^"]*"|=\s*'[^']*'|[^<>"'\]|])*>?/gu)].filter(
    ({ 0: tag }) => !isMarkup(tag, plain),
  );
  const tag = type === 'gitgraph' ? undefined : tags[0];
  const angle = type === 'gitgraph' ? plain.search(/[<>]/) : -1;
  if (angle >= 0) {
    const sign = plain[angle]!;
    yield {
      line,
      span: at(angle, angle + 1),
      around: around(angle, angle + 1),
      message: say`‘${sign}’ is drawn as ‘${sign === '<' ? '&lt;' : '&gt;'}’ here.`,
      ways: [
        {
          title: say`Write #lt; and #gt; for the angle brackets`,
          line: replaced(line.text, (i) => (plain[i] === '<' ? '#lt;' : plain[i] === '>' ? '#gt;' : undefined)),
        },
      ],
    };
  }
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
      message: say`The semicolon ends the text here: what stands after it is drawn as something else.`,
      ways: [
        {
          title: say`Write #59; for the semicolon`,
          line: replaced(line.text, (i) => (plain[i] === ';' && i <= plain.trimEnd().length - 2 ? '#59;' : undefined)),
        },
      ],
    };
  }

  const lineEnd = /<br\s*\/?>/i.exec(plain);
  if (lineEnd) {
    yield {
      line,
      span: at(lineEnd.index, lineEnd.index + lineEnd[0].length),
      around: inkOf(lineEnd[0]),
      without: (drawn) => drawn.replace(/<br\s*\/?>/gi, ''),
      message: say`‘${lineEnd[0]}’ is drawn as it stands: a text has one line here.`,
      ways: [{ title: say`Write a space`, line: line.text.replace(/\s*<br\s*\/?>\s*/gi, ' ') }],
      atMost: 'information',
    };
  }

  const code = /&(?:amp|lt|gt|quot|#\d{1,7});/.exec(line.text);
  if (code) {
    yield {
      line,
      span: at(code.index, code.index + code[0].length),
      around: code[0],
      without: (drawn) => decodeEntities(drawn.replace(/&#?(\w{1,32});/g, '#$1;')),
      message: say`‘${code[0]}’ is drawn as it stands here.`,
      ways: [
        {
          title: say`Write ${code[0].replace(/&#?/, '#')}`,
          line: line.text.replace(/&#?((?:amp|lt|gt|quot|\d{1,7});)/g, '#$1'),
        },
      ],
      atMost: 'information',
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
      without: (drawn) => drawn.replaceAll('\\n', ''),
      message: say`‘\\n’ is drawn as two characters here. <br/> begins a new line.`,
      ways: [{ title: say`Write <br/>`, line: line.text.replaceAll('\\n', '<br/>') }],
      atMost: 'information',
    };
  }
}

const replaced = (text: string, write: (index: number, character: string) => string | undefined): string =>
  Array.from({ length: text.length }, (_, i) => write(i, text[i]!) ?? text[i]).join('');
