import type { DraftHead } from '../../reference/speculative/draft-head';
import type { TransformerModel } from '../../reference/transformer';

/** A trained model that the demos may ask for, with the way from text to its tokens. */
export interface LanguageModel {
  readonly name: string;
  /** What it was trained on and for, in a sentence. */
  readonly about: string;
  /** The text a demo shows when its author gives none. */
  readonly example: string;
  /** What each token id stands for. */
  readonly vocabulary: readonly string[];
  /** Whether it reads capital letters as small ones. */
  readonly lowerCase: boolean;
  /** Tokens it can see at once. */
  readonly context: number;
  readonly network: TransformerModel;
  /** Drafts tokens for it, where it has been trained to. */
  readonly draft?: DraftHead;
}

/** Where trained models come from: a file beside the bundle, a message from the host. */
export interface ModelStore {
  /** Rejects when the model cannot be had. */
  load(name: string): Promise<LanguageModel>;
}

/**
 * A text as token ids: at each place the longest token that fits, blanks between tokens left out unless the model knows
 * them.
 */
export function tokenise(
  model: Pick<LanguageModel, 'vocabulary' | 'lowerCase'>,
  text: string,
): { ids: number[] } | { unknown: string } {
  const idOf = new Map(model.vocabulary.map((token, id) => [token, id]));
  const longest = model.vocabulary.reduce((most, token) => Math.max(most, token.length), 1);
  const cased = model.lowerCase ? text.toLowerCase() : text;
  const read = idOf.has(' ') ? cased.replace(/\s/g, ' ') : cased.replace(/\s/g, '');
  const ids: number[] = [];
  for (let at = 0; at < read.length; ) {
    let length = Math.min(longest, read.length - at);
    while (length > 1 && !idOf.has(read.slice(at, at + length))) length--;
    const id = idOf.get(read.slice(at, at + length));
    if (id === undefined) return { unknown: String.fromCodePoint(read.codePointAt(at)!) };
    ids.push(id);
    at += length;
  }
  return { ids };
}
