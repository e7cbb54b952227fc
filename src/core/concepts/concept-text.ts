import { quotedText } from '../mermaid/label-source';
import type { KeyConcepts } from './key-concepts';
import type { Rouge, RougeScore } from './rouge';

/** Concepts and how they stand together, as Mermaid: the thicker a line, the more sentences it stands for. */
export function conceptDiagram({ concepts, links }: KeyConcepts, title: string): string {
  const lines = [`---\ntitle: ${JSON.stringify(title)}\n---`, 'flowchart LR'];
  for (const [i, { label }] of concepts.entries()) lines.push(`    c${i + 1}[${quotedText(label)}]`);
  for (const { from, to, sentences } of links) {
    const line = sentences > 1 ? `===|"${sentences} sentences"|` : '---';
    lines.push(`    c${from + 1} ${line} c${to + 1}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same in lines for people. */
export function conceptLines({ concepts }: KeyConcepts, scores: Readonly<Record<string, Rouge>>): string {
  const rows = concepts.map(
    ({ label, count, keyness }) => `${keyness === null ? '–' : keyness.toFixed(1)}\t${count}×\t${label}`,
  );
  const alone = concepts.some(({ keyness }) => keyness === null)
    ? ['Most frequent, for there is no rest of a course to compare with:']
    : [];
  const told = Object.entries(scores).flatMap(([what, { rouge1, rouge2, rougeL }]) => [
    `${what}: ROUGE-1 ${scoreWords(rouge1)}`,
    `${what}: ROUGE-2 ${scoreWords(rouge2)}`,
    `${what}: ROUGE-L ${scoreWords(rougeL)}`,
  ]);
  return `${[...alone, ...rows, ...told].join('\n')}\n`;
}

const scoreWords = ({ precision, recall, f }: RougeScore): string =>
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F ${f.toFixed(3)}`;
