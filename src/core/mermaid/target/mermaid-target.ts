/** The Mermaid that readers will have. */
export interface MermaidTarget {
  /** Whole or in part: `11.4.1`, `11.4`, `11`; a part left out is the latest there is. */
  readonly version: string;
  /** What says so, as words of a sentence: `package-lock.json`. */
  readonly source: string;
}
