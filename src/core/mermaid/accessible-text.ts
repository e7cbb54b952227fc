import { labelWords } from '../text/label-words';
import type { TextChange } from '../text/span';
import { headerStart } from './breaks/header-start';
import type { DiagramSymbols } from './diagram-symbols';
import { languageNamed } from './languages/languages';

const mostSentences = 12;
const longestLine = 100;

/** Whether a diagram is of a kind that has a title for screen readers, and says none. */
export const lacksAccessibleTitle = (text: string, { type }: DiagramSymbols): boolean =>
  languageNamed(type)?.hasAccessibility === true && !/^[ \t]*accTitle[ \t]*:[ \t]*\S/m.test(text);

/**
 * Writes `accTitle`, and `accDescr` where there is none, below the diagram's first line.
 * @param title what the diagram or its section is called; its kind where neither says
 */
export function accessibleText(text: string, symbols: DiagramSymbols, title: string | undefined): TextChange {
  const kind = languageNamed(symbols.type)!.name;
  const lineEnd = text.indexOf('\n', headerStart(text));
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  const margin = /^[ \t]*(?=\S)/m.exec(text.slice(at))?.[0] ?? '  ';
  const lines = [`accTitle: ${plain(title ?? '') || kind}`];
  if (!/^[ \t]*accDescr[ \t]*[:{]/m.test(text)) lines.push(...description(kind, symbols));
  const written = lines.map((line) => `${margin}${line}\n`).join('');
  return { span: { start: at, end: at }, newText: lineEnd < 0 ? `\n${written}` : written };
}

/** What the picture shows, in sentences: on one line where it is short. */
function description(kind: string, symbols: DiagramSymbols): string[] {
  const sentences = [`${kind}.`, ...sentencesOf(symbols)];
  const line = sentences.join(' ');
  if (line.length <= longestLine) return [`accDescr: ${line}`];
  return ['accDescr {', ...sentences.map((sentence) => `  ${sentence}`), '}'];
}

/** Who leads to whom; where nothing does, what there is. */
function sentencesOf({ nodes, edges }: DiagramSymbols): string[] {
  const names = new Map(nodes.map(({ id, label }) => [id, plain(label?.text ?? '') || plain(id)]));
  const nameOf = (id: string, end: string) => (/^\[\*\]/.test(id) ? end : names.get(id) || plain(id));
  if (edges.length > 0) {
    const all = edges.map(({ from, to, label }) => {
      const said = plain(label?.text ?? '');
      return ended(`${nameOf(from, 'Start')} to ${nameOf(to, 'end')}${said === '' ? '' : `: ${said}`}`);
    });
    return shortened(all, 'connections');
  }
  const shown = [...new Set(names.values())].filter((name) => name !== '');
  if (shown.length === 0) return [];
  const listed = shown.slice(0, mostSentences).join(', ');
  return [`Shows ${listed}${shown.length > mostSentences ? `, and ${shown.length - mostSentences} more` : ''}.`];
}

const shortened = (sentences: readonly string[], what: string): string[] =>
  sentences.length > mostSentences
    ? [...sentences.slice(0, mostSentences), `And ${sentences.length - mostSentences} more ${what}.`]
    : [...sentences];

/** A question is its own end. */
const ended = (sentence: string): string => (/[?!]$/.test(sentence) ? sentence : `${sentence}.`);

/** Words alone: no sign that Mermaid would read, and no full stop at the end. */
const plain = (text: string): string =>
  labelWords(text)
    .replace(/[;#{}<>"`|\\%]|\[\*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.:]+$/, '');
