import { languageOf } from './languages/languages';
import { prepareText } from './scan/prepared-text';

/**
 * Whether a text without a fence is meant as a Mermaid diagram, by its first word. Many keywords (`pie`, `timeline`,
 * `info`) are ordinary words too: they count only where they have their line to themselves and something follows.
 */
export function opensDiagram(text: string): boolean {
  const { text: bare } = prepareText(text);
  const start = bare.search(/\S/);
  if (start < 0) return false;
  const keyword = /^[\w-]+/.exec(bare.slice(start, start + 40))?.[0] ?? '';
  const language = languageOf(keyword);
  if (!language) return false;
  if (!/^[a-z]+$/.test(keyword)) return true;
  const found = bare.indexOf('\n', start);
  const lineEnd = found < 0 ? bare.length : found;
  const rest = bare.slice(start + keyword.length, lineEnd).trim();
  if (rest.startsWith(';')) return true;
  if (rest !== '' && !language.headerRest?.test(rest)) return false;
  return bare.slice(lineEnd).trim() !== '';
}
