import type { Identifier, Scan } from './scan';

/** A tree read by indentation: each node placed becomes the child of the last one that stands further left. */
export class Tree {
  readonly #scan: Scan;
  readonly #ancestors: { readonly level: number; readonly node: Identifier }[] = [];

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  /** How far the next visible character is indented. */
  get level(): number {
    const first = this.#scan.skipSpace(this.#scan.at);
    let start = first;
    while (start > 0 && this.#scan.code(start - 1) !== 10) start--;
    return first - start;
  }

  /** Places a node; the edge from its parent has no arrow of its own. */
  place(level: number, node: Identifier): void {
    const ancestors = this.#ancestors;
    while (ancestors.length > 0 && ancestors.at(-1)!.level >= level) ancestors.pop();
    const parent = ancestors.at(-1)?.node;
    const arrow = { start: node.span.start, end: node.span.start };
    const span = parent && { start: parent.span.start, end: node.span.end };
    if (parent && span) this.#scan.symbols.edge(parent.id, node.id, arrow, span);
    ancestors.push({ level, node });
  }
}
