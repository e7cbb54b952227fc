import { say } from '../l10n/say';
import type { Span } from '../text/span';
import { languageNamed } from './languages/languages';
import type { Token } from './scan/token';
import { scanDiagram } from './scan-diagram';
import type { LinePlace, Phrase, Slot } from './vocabulary';

/** What an author may be about to write, and what is typed of it. */
export type StatementPlace = {
  readonly typed: Span;
  /** The group that is open around it: `alt`, `subgraph`, `section`, the body of a `class`. */
  readonly group: string | undefined;
} & (
  | { readonly kind: 'type' | 'header' | 'line' | 'target' | 'after-node' | 'arrow' | 'style-class' }
  /** Where names are free text, a word that may become a keyword. */
  | { readonly kind: 'keyword' }
  | { readonly kind: 'shape' | 'shape-key' | 'none' }
  /** Place `index` after a keyword. */
  | { readonly kind: 'slot'; readonly keyword: string; readonly index: number }
  /** A place that its line tells. */
  | { readonly kind: 'line-place'; readonly offers: Slot; readonly besides?: Slot }
  /** A line of a body that has words of its own, behind so many others. */
  | { readonly kind: 'body'; readonly index: number }
);

/** Reads the statement that ends at an offset. What follows the offset does not count: it may be about to change. */
export function statementPlace(text: string, offset: number): StatementPlace {
  const before = text.slice(0, offset);
  const { type, tokens, header, symbols } = scanDiagram(before);
  // A word that is just being written opens nothing yet: `opt` may become `option`.
  const group = symbols.groups.findLast(
    ({ closed, opener }) => !closed && !(opener.end === offset && /\w$/.test(before)),
  )?.kind;
  const statement: Token[] = [];
  let onHeaderLine = true;
  for (const token of tokens) {
    const separates = token.kind === 'space' ? before.slice(token.start, token.end).includes('\n') : isSemicolon(token);
    if (separates) {
      if (statement.some(({ kind }) => kind === 'header')) onHeaderLine = false;
      statement.length = 0;
    } else if (token.kind !== 'space') statement.push(token);
  }
  function isSemicolon({ kind, start, end }: Token): boolean {
    return kind === 'operator' && before.slice(start, end) === ';';
  }

  const last = statement.at(-1);
  const glued = last !== undefined && last.end === offset;
  const typedToken = glued && typedKinds.has(last.kind) ? last : undefined;
  const typed = { start: typedToken ? wordStart(before, typedToken) : offset, end: offset };
  const read = statement.slice(0, typedToken ? -1 : undefined);
  const place = (kind: Exclude<StatementPlace['kind'], 'slot' | 'line-place' | 'body'>): StatementPlace => ({
    kind,
    typed,
    group,
  });

  const directive = linePlaceAt(before, [directiveBegun]);
  if (directive) return { kind: 'line-place', ...directive, group };
  if (header.end === header.start || header.end === offset) {
    return { kind: 'type', typed: { start: header.start, end: offset }, group };
  }
  const wordOf = ({ start, end }: Token): string => before.slice(start, end);
  const words = languageNamed(type)?.words;
  const inLine = linePlaceAt(before, words?.linePlaces);
  if (inLine) return { kind: 'line-place', ...inLine, group };
  if (group !== undefined && words?.bodies && Object.hasOwn(words.bodies, group)) {
    const opener = statement.findLastIndex((token) => wordOf(token) === '{');
    const start = before.search(/[^\s{:]*$/);
    const index = statement.slice(opener + 1).filter((token) => token.end <= start).length;
    const property = statement[opener + 1];
    const name = property && wordOf(property).toLowerCase();
    if (index > 1 && name !== undefined && words.slots && Object.hasOwn(words.slots, name)) {
      return { kind: 'slot', keyword: name, index: index - 2, typed: { start, end: offset }, group };
    }
    return { kind: 'body', index, typed: { start, end: offset }, group };
  }
  const isWord = glued && statement.length === 1 && /^[\p{L}][\p{L}\p{N}-]*$/u.test(wordOf(last));
  if (isWord && (last.kind === 'label' || last.kind === 'text')) {
    return { kind: 'keyword', typed: { start: last.start, end: offset }, group };
  }
  if (last && silentKinds.has(last.kind) && glued) return place('none');
  const inData = dataPlace(read, wordOf);
  if (inData) return place(inData);
  // An id takes in the first signs of an arrow that is not whole yet: `Ann-`.
  const begun =
    typedToken && /^(?:id|unknown|text)$/.test(typedToken.kind) ? arrowBegun(wordOf(typedToken), words?.arrows) : 0;
  const isName = symbols.nodes.some(
    ({ id }) => typedToken && id !== wordOf(typedToken) && id.startsWith(wordOf(typedToken)),
  );
  if (begun > 0 && !isName) return { kind: 'arrow', typed: { start: offset - begun, end: offset }, group };
  const previous = read.at(-1);
  if (previous === undefined) return place(header.end > 0 && onHeaderLine && read.length > 0 ? 'header' : 'line');
  if (previous.kind === 'header') return place('header');
  if (wordOf(previous) === ':::') return place('style-class');
  // A keyword that still lacks what it asks for reads as an id, or as a value.
  const slots = words?.slots ?? {};
  const asks = (token: Token): boolean => Object.hasOwn(slots, wordOf(token).toLowerCase());
  const keyword = read.findLast(
    (token, index) => token.kind === 'keyword' || ((index === 0 || token.kind === 'value') && asks(token)),
  );
  // A tag before a comma asks for nothing.
  const isTag = words?.afterSigns && previous.kind === 'operator' && keyword && !asks(keyword);
  if (keyword && !isTag) return { ...slotPlace(read, keyword, wordOf), typed, group };
  if (previous.kind === 'arrow' || targets.has(wordOf(previous))) return place('target');
  if (typedToken?.kind === 'arrow') return place('arrow');
  if (previous.kind === 'operator' && !words?.afterSigns) return place('none');
  const behindSign = previous.kind === 'operator';
  return place(typedToken && previous.end === typedToken.start && !behindSign ? 'none' : 'after-node');
}

/** Two percent signs open a comment, and with a brace a directive. */
const directiveBegun: LinePlace = {
  line: /^\s*(?<typed>%%(?:\{\w*)?)$/,
  offers: [
    {
      text: '%%{init}%%',
      detail: say`settings of this diagram`,
      snippet: '%%{init: {"theme": "‹neutral›"}}%%',
    },
  ],
};

/** The place that the line at a text's end tells. */
export function linePlaceAt(
  before: string,
  places: readonly LinePlace[] = [],
): (Pick<LinePlace, 'offers' | 'besides'> & { readonly typed: Span }) | undefined {
  const start = before.lastIndexOf('\n') + 1;
  const line = before.slice(start);
  for (const { line: pattern, below, offers, besides } of places) {
    const match = pattern.exec(line);
    if (match && (!below || below(before.slice(0, start))))
      return {
        offers,
        ...(besides && { besides }),
        typed: { start: before.length - match.groups!.typed!.length, end: before.length },
      };
  }
  return undefined;
}

/** How many signs at a word's end begin an arrow, a name standing before them. */
function arrowBegun(word: string, arrows: readonly Phrase[] = []): number {
  const signs = /(?<=[^-=.~<|*])[-=.~<|*]+$/.exec(word)?.[0] ?? '';
  return arrows.some(({ text }) => signs !== '' && text.startsWith(signs)) ? signs.length : 0;
}

/** Signs that another node follows: `&`, the pipe that closes an arrow's label, a message's activation. */
const targets: ReadonlySet<string> = new Set(['&', '|', '+', '-', '()']);

/** Kinds of token that a completion may replace or prolong. */
const typedKinds: ReadonlySet<string> = new Set([
  'id',
  'keyword',
  'value',
  'unknown',
  'text',
  'class',
  'style',
  'number',
  'arrow',
]);

/** Kinds of token in which nothing is completed. */
const silentKinds: ReadonlySet<string> = new Set(['comment', 'directive', 'frontMatter', 'label', 'string', 'quote']);

/** Of a style list, the last word counts; of any other token all of it. */
function wordStart(text: string, { kind, start, end }: Token): number {
  if (kind !== 'style' && kind !== 'text' && kind !== 'unknown') return start;
  return start + text.slice(start, end).search(/[^\s,:;]*$/);
}

/** Inside `@{ … }`: at a key, or at the shape's name. */
function dataPlace(
  read: readonly Token[],
  wordOf: (token: Token) => string,
): 'shape' | 'shape-key' | 'none' | undefined {
  const open = read.findLastIndex(
    (token, index) => wordOf(token) === '{' && index > 0 && wordOf(read[index - 1]!) === '@',
  );
  if (open < 0 || read.slice(open).some((token) => wordOf(token) === '}')) return undefined;
  const previous = read.at(-1)!;
  if (wordOf(previous) === '{' || wordOf(previous) === ',') return 'shape-key';
  if (wordOf(previous) === ':') return wordOf(read.at(-2)!) === 'shape' ? 'shape' : 'none';
  return 'none';
}

/**
 * After a keyword: commas stay in a place, anything else goes on to the next. In the parentheses of a call each comma
 * goes on, and nothing follows them.
 */
function slotPlace(
  read: readonly Token[],
  keyword: Token,
  wordOf: (token: Token) => string,
): { readonly kind: 'slot'; readonly keyword: string; readonly index: number } {
  let index = 0;
  const after = read.slice(read.indexOf(keyword) + 1);
  const name = wordOf(keyword).toLowerCase();
  if (after[0] && wordOf(after[0]) === '(') {
    const isOver = after.some((token) => wordOf(token) === ')');
    const commas = after.filter((token) => wordOf(token) === ',').length;
    return { kind: 'slot', keyword: name, index: isOver ? Number.POSITIVE_INFINITY : commas };
  }
  after.forEach((token, position) => {
    const isComma = wordOf(token) === ',';
    const follows = after[position - 1];
    if (!isComma && !(follows && wordOf(follows) === ',')) index++;
    // A comma at the end asks for one more of the same.
    if (isComma && position === after.length - 1) index--;
  });
  return { kind: 'slot', keyword: name, index: Math.max(0, index) };
}
