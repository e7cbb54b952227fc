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
}

/** Where trained models come from: a file beside the bundle, a message from the host. */
export interface ModelStore {
  /** Rejects when the model cannot be had. */
  load(name: string): Promise<LanguageModel>;
}

/** A text as token ids, one a character, blanks between tokens left out unless the model knows them. */
export function tokenise(model: LanguageModel, text: string): { ids: number[] } | { unknown: string } {
  const idOf = new Map(model.vocabulary.map((token, id) => [token, id]));
  const ids: number[] = [];
  for (const character of model.lowerCase ? text.toLowerCase() : text) {
    const id = idOf.get(character);
    if (id !== undefined) ids.push(id);
    else if (/\s/.test(character)) ids.push(...(idOf.has(' ') ? [idOf.get(' ')!] : []));
    else return { unknown: character };
  }
  return { ids };
}
