import { plainLabel } from '../text/plain-label';

/** A node as far as others need to know it: its id and the label that the picture shows, if one is given. */
export interface NamedNode {
  readonly id: string;
  readonly label?: { readonly text: string };
}

/**
 * Whether nodes of two diagrams are one and the same. An id belongs to its own diagram, for authors use A, B and C in
 * each; so ids join only when the id is a glossary entry's acronym, and nodes when the labels given to them agree.
 */
export function sameNode(a: NamedNode, b: NamedNode, isAcronym: (id: string) => boolean): boolean {
  if (a.id === b.id && isAcronym(a.id)) return true;
  const label = plainLabel(a.label?.text ?? '');
  return label !== '' && label === plainLabel(b.label?.text ?? '');
}
