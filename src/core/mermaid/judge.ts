import type { Cancellation } from '../cancellation';

/** Mermaid's own opinion of one diagram. Offsets are in the diagram's own text, as it was given. */
export type Verdict =
  | { readonly kind: 'good'; readonly type: string }
  | BrokenVerdict
  | { readonly kind: 'too-slow'; readonly milliseconds: number }
  /** By a failure of ours no verdict could be had: nothing is said of the diagram, and no mend is proven by it. */
  | { readonly kind: 'unjudged' };

export interface BrokenVerdict {
  readonly kind: 'broken';
  /** Mermaid's name of the diagram type (`flowchart-v2`, `sequence`, …); undefined when it knows none. */
  readonly type: string | undefined;
  readonly message: string;
  /** The token that the parser would not take; absent where Mermaid gives no position. Empty at the end of the text. */
  readonly token?: { readonly start: number; readonly end: number; readonly name?: string };
  /** Where the text gives no position: how far the parser had read when it complained, one token ahead at most. */
  readonly reached?: number;
  /** Names of the tokens that would have been taken instead. */
  readonly expected?: readonly string[];
}

/** One text of a picture, and what it is there: `node`, `edge`, `message`, `note`, `period`, `attribute`, `value`, … */
export interface ShownText {
  readonly role: string;
  /** As it is seen: entities decoded, without tags where those are not drawn. */
  readonly text: string;
}

/**
 * Decides whether Mermaid accepts a diagram. The verdict is Mermaid's alone; where and how to mend it is ours.
 * A rejected promise is a failure of ours (worker dead, Mermaid not loaded), never a verdict on the author's text.
 */
export interface MermaidJudge {
  /** Version of the Mermaid that judges. */
  readonly version: string;
  /**
   * `timeout` is how many milliseconds the diagram may take. Rejects with a {@link JudgementCancelled} when the work was
   * not yet begun and nobody waits for it any more.
   */
  judge(diagram: string, cancellation?: Cancellation, timeout?: number): Promise<Verdict>;
  /**
   * What the picture says, in the order of Mermaid's own database; undefined where the diagram is broken or its kind is
   * not read so closely. Rejects as `judge` does.
   */
  show(diagram: string, cancellation?: Cancellation): Promise<readonly ShownText[] | undefined>;
  dispose(): Promise<void>;
}

/** Nobody waits for the verdict any more. */
export class JudgementCancelled extends Error {
  override readonly name = 'JudgementCancelled';
  constructor() {
    super('the diagram was not judged: nobody waits for it any more');
  }
}
