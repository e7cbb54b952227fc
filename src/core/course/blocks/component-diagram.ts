import type { StateBlock } from 'markdown-it';
import type { Span } from '../../text/span';
import { CourseBlockState } from './block-state';
import { contentParts } from './tagged-diagram';

/** `<Mermaid chart={` and a template, or `<Mermaid>{` and a template: how pages of MDX give a component its diagram. */
const opening =
  /<(?<word>Mermaid)\w*(?:\s(?:[^<>{}`"']|"[^"\n]*"|'[^'\n]*'|\{[^{}`]*\})*?\b(?:chart|value|code|definition|content|diagram|graph|source|text)\s*=\s*|(?:\s[^<>{}`]*)?>\s*)\{\s*(?<template>(?:String\.raw)?`)/dy;

const closing = /`\s*\}/g;
const rest = /(?:[^<>{}`"']|"[^"\n]*"|'[^'\n]*'|\{[^{}`]*\})*?(?:\/>|>\s*<\/\w+>)|\s*<\/Mermaid\w*>/y;

const angle = 60;

/** A component that draws the diagram in a template of JavaScript, from a line's beginning to the end of its tag. */
export function componentDiagram(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!(state instanceof CourseBlockState) || (!state.blocks.mdx && state.sCount[startLine]! - state.blkIndent >= 4))
    return false;
  const start = state.textStart(startLine);
  if (state.src.charCodeAt(start) !== angle) return false;
  opening.lastIndex = start;
  const opener = opening.exec(state.src);
  if (!opener) return false;
  const [word] = opener.indices!.groups!.word!;
  const from = opening.lastIndex;
  const to = templateEnd(state.src, from);
  const last = to < 0 ? endLine : lineAt(state, startLine, endLine, to);
  if (to < 0 || last >= endLine) return false;
  closing.lastIndex = to;
  const brace = closing.exec(state.src);
  rest.lastIndex = closing.lastIndex;
  if (brace?.index !== to || !rest.test(state.src)) return false;
  const end = lineAt(state, startLine, endLine, rest.lastIndex - 1);
  const isOneLine = !/[\n;]/.test(state.src.slice(from, to).trim());
  // Behind the tag its line ends, and a template that is one word is written elsewhere.
  if (end >= endLine || isOneLine || state.skipSpaces(rest.lastIndex) < state.eMarks[end]!) return false;
  if (silent) return true;
  const span: Span = { start, end: from };
  const closer = { span: { start: to, end: rest.lastIndex }, line: last };
  const openerLine = lineAt(state, startLine, endLine, from - 1);
  const parts = contentParts(state, { span }, openerLine, closer);
  const written = { start: word, end: word + 'Mermaid'.length };
  state.blocks.templateDiagram(span, written, closer.span, parts, opener.groups!.template!.startsWith('String'));
  state.line = end + 1;
  return true;
}

/** The backtick that ends a template; -1 where none does, or where it holds what only a program knows how to read. */
function templateEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '`') return at;
    if (text[at] === '\\') at++;
  }
  return -1;
}

/** The line that holds an offset; `endLine` where it lies behind. */
function lineAt(state: CourseBlockState, startLine: number, endLine: number, offset: number): number {
  let line = startLine;
  while (line < endLine && state.eMarks[line]! < offset) line++;
  return line;
}
