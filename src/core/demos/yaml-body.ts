import { type Document, isMap, isScalar, parseDocument, visit, type YAMLMap, type YAMLParseError } from 'yaml';
import { say } from '../l10n/say';
import type { Span } from '../text/span';
import { yamlTooDeep } from '../text/yaml-too-deep';
import type { DemoProblem } from './demo';

export interface YamlBody {
  readonly document?: Document;
  /** Absent for an empty body and for one that is not keys and values. */
  readonly map?: YAMLMap;
  readonly problems: readonly DemoProblem[];
}

/** Reads a demo's body. Only its first break is reported: the rest follows from it. */
export function readYaml(text: string): YamlBody {
  const deep = yamlTooDeep(text);
  if (deep !== undefined)
    return {
      problems: [problem({ start: deep, end: deep + 1 }, say`Lists and keys lie too deep in each other here.`)],
    };
  let document: Document;
  try {
    // The library would compare every key with every other one.
    document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false }) as Document;
  } catch (error) {
    return { problems: [problem(firstVisible(text), say`This cannot be read as YAML: ${sentence(error)}`)] };
  }
  const [first] = document.errors;
  const again = keyAgain(document);
  if (again !== undefined && again <= (first?.pos[0] ?? again))
    return {
      document,
      problems: [problem({ start: again, end: wordEnd(text, again) }, say`This key stands here twice.`)],
    };
  const wide = first || !isMap(document.contents) ? wideColon(text) : undefined;
  if (wide) return { document, problems: [wide] };
  if (first) return { document, problems: [yamlProblem(first, text)] };
  const end = secondDocument(text, document);
  if (end) return { document, problems: [problem(end, unread)] };
  if (document.contents === null) return { document, problems: [] };
  if (isMap(document.contents)) return { document, map: document.contents, problems: [] };
  return { document, problems: [notKeys(text, document.contents.range ?? [0, text.length])] };
}

const unread = say`YAML ends the demo at this line, so what stands below it would not be read. Take the line away.`;

/** Where a map has a key for the second time; undefined where none has. */
function keyAgain(document: Document): number | undefined {
  let again: number | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          again = key.range?.[0];
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return again;
}

/** The line that ends a demo's keys where more stands below it; undefined where nothing does. */
function secondDocument(text: string, { contents, range }: Document): Span | undefined {
  const from = contents?.range?.[2] ?? range?.[1] ?? 0;
  const marker = /^(?:---|\.\.\.)(?=\s|$)/m.exec(text.slice(from));
  if (!marker) return undefined;
  const start = from + marker.index;
  const hasMore = /^(?!---|\.\.\.)[ \t]*[^\s#]/m.test(text.slice(start));
  return hasMore ? { start, end: start + 3 } : undefined;
}

function yamlProblem(error: YAMLParseError, text: string): DemoProblem {
  const bound = unquotedBound(text, error.pos[0]);
  if (bound) return bound;
  const tab = error.code === 'TAB_AS_INDENT' ? text.indexOf('\t', error.pos[0]) : -1;
  if (tab >= 0) return problem({ start: tab, end: tab + 1 }, say`This is not YAML: ${sentence(error)}`);
  let [start, end] = error.pos;
  end = Math.min(Math.max(end, start), text.length);
  start = Math.min(start, end);
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end === start) {
    while (start > 0 && /\s/.test(text[start - 1]!)) start--;
    end = start;
  }
  if (error.code === 'MULTILINE_IMPLICIT_KEY') {
    const lineEnd = start + text.slice(start, end).search(/\s*(?:\n|$)/);
    return problem({ start, end: lineEnd }, say`A colon and a value are missing on this line: key: value.`);
  }
  return problem({ start, end }, say`This is not YAML: ${sentence(error)}`);
}

/** `experts： 8`: the colon of another keyboard looks like one. */
function wideColon(text: string): DemoProblem | undefined {
  const [found, before = ''] = /^([ \t]*[\w-]+)[：∶﹕]\s*/m.exec(text) ?? [];
  if (found === undefined) return undefined;
  const start = text.indexOf(found) + before.length;
  const span = { start, end: start + 1 };
  const newText = found.length > before.length + 1 ? ':' : ': ';
  return {
    ...problem(span, say`This is the wide colon of another keyboard, which YAML does not take for one.`),
    fixes: [{ title: say`Put a colon in its place`, safe: true, span, newText }],
  };
}

/** `> 5` without quotes, which to YAML begins a folded text. */
function unquotedBound(text: string, at: number): DemoProblem | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, lineEnd === -1 ? text.length : lineEnd);
  const [, before, bound] = /^(\s*[\w.-]+:\s+)(>=?\s*[-+.\d][^\s#]*)/.exec(line) ?? [];
  if (!before || !bound) return undefined;
  const start = lineStart + before.length;
  const span = { start, end: start + bound.length };
  const quoted = `"${bound}"`;
  return {
    ...problem(span, say`Write ${quoted}: without quotes, > begins a folded text in YAML.`),
    fixes: [{ title: say`Put quotes around ${bound}`, safe: true, span, newText: quoted }],
  };
}

/** A body that is one word or a list; `top_k:6` is what it mostly is. */
function notKeys(text: string, range: readonly [number, number, ...unknown[]]): DemoProblem {
  const span = { start: range[0], end: range[1] };
  const hard = /[\u00a0\u2007\u202f]/.exec(text.slice(span.start, span.end));
  if (hard) {
    const at = { start: span.start + hard.index, end: span.start + hard.index + 1 };
    return {
      ...problem(at, say`This is a no-break space, which YAML does not take for a space.`),
      fixes: [{ title: say`Put a space in its place`, safe: true, span: at, newText: ' ' }],
    };
  }
  const colon = /^\s*[\w-]+(:)(?=\S)/.exec(text.slice(span.start, span.end));
  if (!colon) return problem(span, say`A demo is written as keys and values, one on each line: key: value.`);
  const after = span.start + colon[0].length;
  return {
    ...problem({ start: after - 1, end: after }, say`A space is missing after the colon.`),
    fixes: [{ title: say`Put a space after the colon`, safe: true, span: { start: after, end: after }, newText: ' ' }],
  };
}

const problem = (span: Span, message: string): DemoProblem => ({ code: 'demo.yaml', span, message, fixes: [] });

function sentence(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]!.trim();
  const start = /^[A-Z][a-z]/.test(message) ? message[0]!.toLowerCase() + message.slice(1) : message;
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

function firstVisible(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  return { start, end: wordEnd(text, start) };
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && /[^\s:,[\]{}]/.test(text[end]!)) end++;
  return end;
}
