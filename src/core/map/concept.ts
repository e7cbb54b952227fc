import type { Glossary } from '../glossary/glossary';
import type { Term } from '../glossary/term';
import { plainLabel } from '../text/plain-label';
import type { ConceptNode, ConceptPlace } from './concept-graph';

/** A concept while diagrams are being merged. */
export class Concept {
  readonly index: number;
  readonly sources: ConceptPlace[] = [];
  readonly #term: Term | undefined;
  readonly #defined: ConceptPlace | null;
  readonly #names = new Set<string>();
  readonly #conflicts = new Map<string, string>();
  #label: string | undefined;
  #bare: string | undefined;

  constructor(index: number, term: Term | undefined, glossary: Glossary) {
    this.index = index;
    this.#term = term;
    this.#defined = term ? definitionOf(term, glossary) : null;
    for (const { text } of term?.forms ?? []) this.#names.add(plainLabel(text));
  }

  /** Hears what a node of it is called: by a label or, where none is given, by its id. */
  call(text: string, isLabel: boolean, conflict: boolean): void {
    const name = plainLabel(text);
    if (conflict) {
      if (!this.#conflicts.has(name)) this.#conflicts.set(name, text);
      return;
    }
    this.#names.add(name);
    if (isLabel) this.#label ??= text;
    else this.#bare ??= text;
  }

  /** @param taken the ids that other nodes have, each with the number to try next; its own is added */
  toNode(taken: Map<string, number>): ConceptNode {
    const label = this.#label ?? this.#bare ?? this.#term?.label ?? '';
    return {
      id: unique(this.#term?.acronym ?? (this.#label === undefined ? label : idOf(label)), taken),
      label,
      term: this.#term?.name ?? null,
      conflicts: [...this.#conflicts.values()],
      names: [...this.#names].filter((name) => name !== ''),
      defined: this.#defined,
      sources: this.sources,
    };
  }
}

function definitionOf({ entries: [first] }: Term, glossary: Glossary): ConceptPlace | null {
  const places = first && glossary.file(first.uri)?.places;
  return places ? { uri: first.uri, range: places.rangeOf(first.entry.nameSpan) } : null;
}

/** A label's letters, marks and digits, with hyphens between. */
const idOf = (label: string): string =>
  label
    .normalize()
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
    ?.join('-') ?? '';

function unique(id: string, taken: Map<string, number>): string {
  const base = id || 'node';
  let count = taken.get(base) ?? 1;
  let free = count === 1 ? base : `${base}-${count}`;
  while (free !== base && taken.has(free)) free = `${base}-${++count}`;
  taken.set(base, count + 1);
  if (free !== base) taken.set(free, 2);
  return free;
}
