/** A failure of ours, said in one sentence: Mermaid could not be loaded or its worker died. Never the author's fault. */
export class MermaidUnavailable extends Error {
  override readonly name = 'MermaidUnavailable';
  /** Whether it failed before it had seen any diagram: then no other diagram will fare better. */
  readonly loading: boolean;

  constructor(reason: string, loading = false) {
    super(`Mermaid could not judge the diagrams: ${reason}.`);
    this.loading = loading;
  }
}
