import type { CourseDocument, Diagram } from '../course/course-document';
import { overviewPart } from '../course/overview-part';
import { getOrSet } from '../get-or-set';
import type { Glossary } from '../glossary/glossary';
import type { Term } from '../glossary/term';
import type { DiagramEdge, DiagramNode, DiagramSymbols } from '../mermaid/diagram-symbols';
import { languageNamed } from '../mermaid/languages/languages';
import { symbolsIn } from '../mermaid/symbols-in';
import { detached } from '../text/detached';
import { plainLabel } from '../text/plain-label';
import type { Span } from '../text/span';
import { Concept } from './concept';
import type { ConceptGraph, ConceptPlace } from './concept-graph';
import { NamedTerms } from './named-terms';
import { shownText } from './shown-text';

interface MergedEdge {
  readonly from: Concept;
  readonly to: Concept;
  readonly labels: Map<string, string>;
  readonly sources: ConceptPlace[];
}

/**
 * Merges the diagrams of documents into one graph, in time linear in their text. Nodes are one concept when the glossary
 * says so (an id that is an acronym, a text that is a term's name) or when the labels given to them agree. Ids alone join
 * nothing across diagrams, and two nodes of one diagram with the same label stay two, unless it is a term.
 */
export class DiagramMerger {
  readonly #concepts: Concept[] = [];
  readonly #terms = new Map<string, Concept>();
  readonly #labels = new Map<string, Concept>();
  readonly #edges = new Map<string, MergedEdge>();
  readonly #named = new WeakMap<readonly Term[], NamedTerms>();

  /** @param glossary the terms of the document's course */
  add(document: CourseDocument, glossary: Glossary): void {
    const { uri } = document;
    const named = getOrSet(this.#named, glossary.termsFor(uri), () => new NamedTerms(glossary, uri));
    const made = overviewPart(document.text);
    for (const diagram of document.diagrams) {
      // A written overview draws what the course has drawn already.
      if (made && diagram.span.start >= made.start && diagram.span.end <= made.end) continue;
      const place = (span: Span): ConceptPlace => ({
        uri,
        range: document.lines.rangeOf(diagram.content.spanToOuter(span)),
      });
      this.#addDiagram(diagram, (node, ordinals) => this.#conceptOf(node, ordinals, named, glossary, diagram), place);
    }
  }

  graph(): ConceptGraph {
    const taken = new Map<string, number>();
    const nodes = this.#concepts.map((concept) => concept.toNode(taken));
    const idOf = new Map(this.#concepts.map((concept, i) => [concept, nodes[i]!.id]));
    const edges = [...this.#edges.values()].map(({ from, to, labels, sources }) => ({
      from: idOf.get(from)!,
      to: idOf.get(to)!,
      labels: [...labels.values()],
      sources,
    }));
    return { nodes, edges };
  }

  #addDiagram(
    diagram: Diagram,
    conceptOf: (node: DiagramNode, ordinals: Map<string, number>) => Concept,
    place: (span: Span) => ConceptPlace,
  ): void {
    const symbols = symbolsIn(diagram);
    const ordinals = new Map<string, number>();
    const drawn = new DrawnConcepts();
    for (const node of symbols.nodes) {
      // A name for an edge is no concept.
      if (node.kind === 'edge') continue;
      const concept = conceptOf(node, ordinals);
      concept.sources.push(place(node.declaration));
      drawn.add(node, concept);
    }
    for (const edge of symbols.edges) {
      const [from, to] = drawn.endsOf(edge);
      if (from && to) this.#addEdge(from, to, edge, place);
    }
  }

  #addEdge(from: Concept, to: Concept, { label, span }: DiagramEdge, place: (span: Span) => ConceptPlace): void {
    const edge = getOrSet(this.#edges, `${from.index} ${to.index}`, () => ({
      from,
      to,
      labels: new Map(),
      sources: [],
    }));
    const text = label ? shownText(label.text) : '';
    if (text !== '') getOrSet(edge.labels, plainLabel(text) || text, () => text);
    edge.sources.push(place(span));
  }

  #conceptOf(
    node: DiagramNode,
    ordinals: Map<string, number>,
    named: NamedTerms,
    glossary: Glossary,
    diagram: Diagram,
  ): Concept {
    const label = labelOf(node, symbolsIn(diagram));
    const found = named.of(node.id, label);
    if (found) {
      const concept = getOrSet(this.#terms, found.term.key, () => this.#newConcept(found.term, glossary));
      concept.call(label ?? detached(node.id), label !== undefined, found.conflict);
      return concept;
    }
    const key = label === undefined ? '' : plainLabel(label);
    let concept: Concept;
    if (key === '') concept = this.#newConcept(undefined, glossary);
    else {
      const ordinal = ordinals.get(key) ?? 0;
      ordinals.set(key, ordinal + 1);
      concept = getOrSet(this.#labels, `${ordinal} ${key}`, () => this.#newConcept(undefined, glossary));
    }
    concept.call(label || detached(node.id), label !== undefined, false);
    return concept;
  }

  #newConcept(term: Term | undefined, glossary: Glossary): Concept {
    const concept = new Concept(this.#concepts.length, term, glossary);
    this.#concepts.push(concept);
    return concept;
  }
}

/** The label given to a node; where a line is a node's text, that text is one. */
function labelOf({ id, label }: DiagramNode, { type }: DiagramSymbols): string | undefined {
  const given = label?.text ?? (languageNamed(type)?.plainLabels ? id : undefined);
  return given === undefined ? undefined : shownText(given);
}

/** The concepts of one diagram by their ids, and by their places where several nodes have one id. */
class DrawnConcepts {
  readonly #byId = new Map<string, Concept>();
  readonly #byStart = new Map<number, DrawnConcept>();
  readonly #byEnd = new Map<number, DrawnConcept>();

  add({ id, declaration }: DiagramNode, concept: Concept): void {
    if (!this.#byId.has(id)) this.#byId.set(id, concept);
    this.#byStart.set(declaration.start, { id, concept });
    this.#byEnd.set(declaration.end, { id, concept });
  }

  /** An end that is no node, such as a state's start, is undefined. */
  endsOf({ from, to, span }: DiagramEdge): [Concept | undefined, Concept | undefined] {
    const first = this.#byStart.get(span.start);
    const last = this.#byEnd.get(span.end);
    return [
      first?.id === from ? first.concept : this.#byId.get(from),
      last?.id === to ? last.concept : this.#byId.get(to),
    ];
  }
}

interface DrawnConcept {
  readonly id: string;
  readonly concept: Concept;
}
