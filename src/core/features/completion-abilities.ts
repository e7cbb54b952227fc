import type { Asking } from './completion-policy';

/** What a client can do with a completion, and how it came to ask for one. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  /** `asked` where nothing is said. */
  readonly asking?: Asking;
  /** What was typed that made the editor ask by itself; absent where a person asked, or is writing a word. */
  readonly typed?: string;
}
