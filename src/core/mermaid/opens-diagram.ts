import { diagramTypeOf } from './languages/languages';
import { prepareText } from './scan/prepared-text';

/** What may follow a keyword that is also an ordinary word on its own line, besides nothing. */
const headerRest: Readonly<Record<string, RegExp>> = {
  graph: /^(?:TB|TD|BT|RL|LR|[<>^v])\s*(?:;|$)/,
  flowchart: /^(?:TB|TD|BT|RL|LR|[<>^v])\s*(?:;|$)/,
  pie: /^(?:showData|title)\b/,
  timeline: /^(?:TD|LR)$/,
};

/**
 * Whether a text without a fence is meant as a Mermaid diagram, by its first word. Many keywords (`pie`, `timeline`,
 * `info`) are ordinary words too: they count only where they have their line to themselves and something follows.
 */
export function opensDiagram(text: string): boolean {
  const { text: bare } = prepareText(text);
  const start = bare.search(/\S/);
  if (start < 0) return false;
  const keyword = /^[\w-]+/.exec(bare.slice(start, start + 40))?.[0] ?? '';
  if (!diagramTypeOf(keyword)) return false;
  if (!/^[a-z]+$/.test(keyword)) return true;
  const found = bare.indexOf('\n', start);
  const lineEnd = found < 0 ? bare.length : found;
  const rest = bare.slice(start + keyword.length, lineEnd).trim();
  if (rest.startsWith(';')) return true;
  if (rest !== '' && !headerRest[keyword]?.test(rest)) return false;
  return bare.slice(lineEnd).trim() !== '';
}
