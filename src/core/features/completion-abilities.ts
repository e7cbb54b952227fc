/** What a client can do with a completion. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  /** What was typed that made the editor ask by itself; absent where a person asked, or is writing a word. */
  readonly typed?: string;
}
