import {
  addDiagrams,
  Diagram,
  type DiagramKind,
  detectType,
  getDiagram,
  getDiagramLoader,
  type JisonLexer,
  mermaidAPI,
  processAndSetConfigs,
  registerDiagram,
  setDiagramConfigScope,
} from 'mermaid-internals';
import type { BrokenVerdict, ShownText, Verdict } from '../../core/mermaid/judge';
import { type ModelDatabase, openModels } from './event-models';
import { encoded, originOf, type Preprocessed, preprocess } from './preprocess';
import { refuseToDraw } from './refuse-to-draw';
import { shownTexts } from './shown-texts';

/**
 * The one file that reaches into Mermaid: it asks Mermaid's own `parse`, and where that refuses, reads from the lexer
 * and the error objects which token it would not take. Its test fails when an upgrade moves these insides.
 */
export async function judgeDiagram(text: string): Promise<Verdict> {
  const type = await watchedType(text);
  watch.reset();
  try {
    const parsed = await parse(text);
    return { kind: 'good', type: parsed.type };
  } catch (error) {
    return broken(text, type, error);
  }
}

/** What the picture says; undefined for a diagram that Mermaid refuses, and for a kind that is not read so closely. */
export async function showDiagram(text: string): Promise<readonly ShownText[] | undefined> {
  // A diagram that is refused has no picture; why, the verdict says.
  let parsed = await parse(text).catch(() => undefined);
  if (parsed?.type === 'eventmodeling' && openModels(parsed.db as ModelDatabase)) parsed = await parse(text);
  return parsed && shownTexts(parsed.type, parsed.db);
}

/** Mermaid's own `parse`, step by step the same, but that it gives back the database, and refuses what is not drawn. */
async function parse(text: string): Promise<{ readonly type: string; readonly db: unknown }> {
  addDiagrams();
  try {
    const { code, title } = processAndSetConfigs(text);
    const diagram = await Diagram.fromText(code, title === undefined ? {} : { title });
    refuseToDraw(diagram.type, diagram.db);
    return diagram;
  } finally {
    setDiagramConfigScope(undefined);
  }
}

mermaidAPI.initialize({ startOnLoad: false, securityLevel: 'strict' });

/** The last token that a jison parser was given, by offsets in the text that its lexer read. */
const watch = {
  lexer: undefined as JisonLexer | undefined,
  input: undefined as string | undefined,
  start: 0,
  end: 0,
  reset() {
    this.lexer = undefined;
    this.input = undefined;
    this.start = 0;
    this.end = 0;
  },
};

const watchedParsers = new WeakSet<object>();

/** Finds the diagram's type, loads it as Mermaid would, and sees to it that its lexer is watched. */
async function watchedType(text: string): Promise<string | undefined> {
  let type: string;
  try {
    type = detectType(preprocess(text).cleaned.text, {});
  } catch {
    return undefined;
  }
  const diagram = await loaded(type);
  const lexer = diagram.parser.parser?.lexer;
  if (lexer && !watchedParsers.has(lexer)) {
    watchedParsers.add(lexer);
    watchLexer(lexer);
  }
  return type;
}

async function loaded(type: string): Promise<DiagramKind> {
  try {
    return getDiagram(type);
  } catch {
    const { id, diagram } = await getDiagramLoader(type)();
    registerDiagram(id, diagram);
    return diagram;
  }
}

function watchLexer(lexer: JisonLexer): void {
  const { setInput, lex } = lexer;
  lexer.setInput = function (input, yy) {
    watch.lexer = this;
    watch.input = input;
    return setInput.call(this, input, yy);
  };
  lexer.lex = function () {
    const before = this._input.length;
    watch.start = watch.end = watch.input!.length - before;
    const token = lex.call(this);
    watch.end = watch.input!.length - this._input.length;
    watch.start = Math.max(0, Math.min(watch.end, watch.end - this.match.length));
    return token;
  };
}

/** The shapes in which Mermaid's parsers complain. */
interface Complaint {
  readonly message?: string;
  readonly name?: string;
  /** jison */
  readonly hash?: { readonly token?: string | number | null; readonly expected?: readonly string[] };
  /** langium */
  readonly result?: {
    readonly lexerErrors: readonly { offset: number; length: number; message: string }[];
    readonly parserErrors: readonly ParserError[];
  };
  /** js-yaml, for the front matter */
  readonly mark?: { readonly line: number; readonly column: number };
}

interface ParserError {
  readonly message: string;
  readonly token: ChevrotainToken;
  readonly previousToken?: ChevrotainToken;
}

interface ChevrotainToken {
  readonly startOffset: number;
  readonly endOffset?: number;
  readonly image: string;
  readonly tokenType?: { readonly name: string };
}

/** A place in the text that the parser read. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
}

function broken(text: string, type: string | undefined, error: unknown): BrokenVerdict {
  const complaint = error as Complaint;
  const message = error instanceof Error ? error.message : String(error);
  const pre = preprocess(text);
  const verdict = { kind: 'broken', type, message } as const;
  // Before any lexer was at work, the YAML that fails is the front matter's.
  if (complaint.mark && !watch.lexer) return { ...verdict, token: frontMatterPlace(text, pre, complaint.mark) };
  if (type === undefined) return verdict;

  const source = encoded(commentsKept.has(type) ? pre.withComments : pre.cleaned);
  const origin = originOf(source, watch.input);
  const read = watch.input ?? source.text;
  // Databases imitate jison's errors, with a hash made up; only a lexer's own complaint has a place.
  const place =
    complaint.hash && watch.lexer
      ? jisonPlace(complaint.hash, read)
      : complaint.result
        ? langiumPlace(complaint.result, read)
        : messagePlace(message);
  const expected = expectedNames(complaint, message);
  return {
    ...verdict,
    ...(place && { token: authored(text, origin, place) }),
    ...(watch.lexer && !place && { reached: origin(watch.start) }),
    ...(expected.length > 0 && { expected }),
  };
}

/** Types whose parser gets the comments too (`preserveCommentsWhenParsing`). */
const commentsKept = new Set(['agentflow', 'eventmodeling']);

function jisonPlace({ token }: NonNullable<Complaint['hash']>, read: string): Place {
  // A lexical error names no token: the lexer stands before the character that no rule takes.
  if (token === null || token === undefined) return { start: watch.end, end: watch.end + 1 };
  if (typeof token !== 'string' || token === 'EOF') return { start: read.length, end: read.length, name: 'EOF' };
  return { start: watch.start, end: watch.end, name: token };
}

function langiumPlace(result: NonNullable<Complaint['result']>, read: string): Place | undefined {
  const places = [
    ...result.lexerErrors.map((error) => ({ start: error.offset, end: error.offset + error.length })),
    ...result.parserErrors.map(({ token }) => tokenPlace(token, read)),
  ];
  return places.reduce<Place | undefined>(
    (first, place) => (first && first.start <= place.start ? first : place),
    undefined,
  );
}

function tokenPlace(token: ChevrotainToken, read: string): Place {
  const name = token.tokenType?.name;
  if (!(token.startOffset >= 0)) return { start: read.length, end: read.length, name: 'EOF' };
  return { start: token.startOffset, end: token.startOffset + token.image.length, ...(name && { name }) };
}

/** The use case parser says its offsets in the message alone. */
function messagePlace(message: string): Place | undefined {
  const match = /\[(\d+),(\d+)\)$/.exec(message);
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined;
}

function frontMatterPlace(text: string, pre: Preprocessed, mark: { line: number; column: number }): Place {
  let lineStart = pre.frontMatter?.body ?? 0;
  for (let line = 0; line < mark.line; line++) lineStart = text.indexOf('\n', lineStart) + 1 || text.length;
  const start = Math.min(text.length, lineStart + (pre.frontMatter?.indent ?? 0) + mark.column);
  return { start, end: Math.min(text.length, start + 1), name: 'YAML' };
}

function authored(text: string, origin: (offset: number) => number, place: Place): Place {
  let start = origin(place.start);
  let end = place.end > place.start ? Math.max(start, origin(place.end - 1) + 1) : start;
  // Some lexers go by UTF-16 units and stop in the middle of an emoji.
  if (splitsPair(text, start)) start--;
  if (splitsPair(text, end)) end++;
  return { ...place, start, end: Math.min(end, text.length) };
}

const splitsPair = (text: string, offset: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));

/** Empty where the place is a lexer's: what the parser then misses may be missing somewhere else. */
function expectedNames({ hash, result }: Complaint, message: string): string[] {
  if (hash?.expected) return hash.expected.map((name) => name.replace(/^'|'$/g, ''));
  const first = result?.parserErrors[0];
  const before = (offset: number) => result?.lexerErrors.some((error) => error.offset <= offset);
  if (first && before(first.token.startOffset)) return [];
  // Langium gives its lists; the use case parser has them in its message alone.
  const said = first?.message ?? (result ? '' : message);
  const single = /Expecting token of type '(.+?)'/.exec(said);
  if (single) return [single[1]!];
  return [...said.matchAll(/^\s*\d+\. \[([^\],]+)/gm)].map((match) => match[1]!);
}
