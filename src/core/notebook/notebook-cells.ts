import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { say } from '../l10n/say';
import { jsonTooDeep } from '../text/json-too-deep';
import type { Span } from '../text/span';

/** The markdown of one cell, as the strings that hold it stand in the file, quotes left out. */
export interface MarkdownCell {
  readonly strings: readonly Span[];
  /** Whether each line is a string of its own, as Jupyter writes it. */
  readonly isList: boolean;
}

/** The markdown cells of a notebook, or why it has none that could be read. */
export type NotebookCells =
  | { readonly cells: readonly MarkdownCell[] }
  | { readonly fault: { readonly span: Span; readonly message: string } };

/** Reads Jupyter's format (https://nbformat.readthedocs.io), version 4: where the text of its markdown cells stands. */
export function notebookCells(text: string): NotebookCells {
  const deep = jsonTooDeep(text);
  if (deep !== undefined) {
    const message = say`This is no notebook: its JSON opens too many brackets in each other.`;
    return { fault: { span: { start: deep, end: deep + 1 }, message } };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (error) {
    const span = { start: error.offset, end: Math.min(text.length, error.offset + Math.max(1, error.length)) };
    return { fault: { span, message: say`This is no notebook: its JSON breaks here (${said(error)}).` } };
  }
  const cells = property(root, 'cells');
  if (cells?.type !== 'array') {
    const message = say`This notebook has no list of cells: one of version 4 is expected, which Jupyter writes since 2015.`;
    return { fault: { span: { start: 0, end: Math.min(1, text.length) }, message } };
  }
  return { cells: (cells.children ?? []).flatMap(markdownCell) };
}

const said = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .toLowerCase();

function markdownCell(cell: Node): MarkdownCell[] {
  if (property(cell, 'cell_type')?.value !== 'markdown') return [];
  const source = property(cell, 'source');
  const strings = source?.type === 'array' ? (source.children ?? []) : source ? [source] : [];
  if (strings.length === 0 || strings.some(({ type }) => type !== 'string')) return [];
  return [
    {
      strings: strings.map(({ offset, length }) => ({ start: offset + 1, end: offset + length - 1 })),
      isList: source!.type === 'array',
    },
  ];
}

const property = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1]
    : undefined;
