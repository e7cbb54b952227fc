import type { Glossary } from '../glossary/glossary';
import type { DiagramSymbols } from '../mermaid/diagram-symbols';
import { quotedText } from '../mermaid/label-source';
import { withoutEmoji } from '../text/emoji';
import { itemName, type OutlineItem } from './outline-item';

/** An outline entry and those below it as a Mermaid flowchart: areas keep the acronyms of the glossary as their ids. */
export function skillTree(root: OutlineItem, glossary: Glossary): string {
  const lines = ['flowchart TD'];
  const taken = new Set<string>();
  const draw = (item: OutlineItem, place: string): string => {
    const acronym = glossary.named(withoutEmoji(item.title))?.acronym;
    const id = acronym && /^\w+$/.test(acronym) && !taken.has(acronym) ? acronym : `S${place}`;
    taken.add(id);
    lines.push(`    ${id}[${quotedText(itemName(item))}]`);
    item.children.filter(isDrawn).forEach((child, i) => {
      lines.push(`    ${id} --> ${draw(child, place === '' ? `${i + 1}` : `${place}_${i + 1}`)}`);
    });
    return id;
  };
  draw(root, '');
  return nodesFirst(lines).join('\n');
}

/** Whether an entry has something to draw a tree of. */
export const isTree = (item: OutlineItem): boolean => item.children.some(isDrawn);

const isDrawn = ({ kind }: OutlineItem): boolean => kind === 'heading' || kind === 'skill' || kind === 'mnemonic';

const nodesFirst = ([header, ...lines]: readonly string[]): string[] => [
  header!,
  ...lines.filter((line) => !line.includes(' --> ')),
  ...lines.filter((line) => line.includes(' --> ')),
];

/** A diagram's nodes as a numbered list, each below the node whose edge reaches it first; undefined without edges. */
export function outlineList(symbols: DiagramSymbols): string | undefined {
  if (symbols.edges.length === 0) return undefined;
  const labels = new Map(symbols.nodes.map((node) => [node.id, node.label?.text ?? node.id]));
  const children = new Map<string, string[]>();
  const parents = new Map<string, string>();
  for (const { from, to } of symbols.edges) {
    if (from === to || parents.has(to) || isAbove(to, from, parents)) continue;
    parents.set(to, from);
    children.set(from, [...(children.get(from) ?? []), to]);
  }
  const lines: string[] = [];
  const write = (id: string, indent: string, number: number): void => {
    const marker = `${number}. `;
    lines.push(`${indent}${marker}${textOf(labels.get(id) ?? id)}`);
    children.get(id)?.forEach((child, i) => {
      write(child, indent + ' '.repeat(marker.length), i + 1);
    });
  };
  const roots = symbols.nodes.filter(({ id }) => !parents.has(id) && labels.has(id));
  roots.forEach(({ id }, i) => {
    write(id, '', i + 1);
  });
  return lines.join('\n');
}

function isAbove(id: string, of: string, parents: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = of; at !== undefined; at = parents.get(at)) if (at === id) return true;
  return false;
}

const textOf = (label: string): string =>
  label
    .replace(/<br\s*\/?>/gi, ' ')
    .replaceAll('#quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
