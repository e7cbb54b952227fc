import type { Complain } from '../complain';
import { type LanguageModel, tokenise } from './language-model';

/** A demo's text as the model's token ids; complains of what the model cannot read. */
export function modelTokens(model: LanguageModel, text: string | undefined, complain: Complain): number[] | undefined {
  const read = tokenise(model, text ?? model.example);
  if ('unknown' in read) {
    complain(
      'text',
      `holds “${read.unknown}”, which ${model.name} cannot read; it knows ${model.vocabulary.filter((token) => token.length === 1).join(' ')}.`,
    );
    return undefined;
  }
  const { ids } = read;
  if (ids.length === 0) complain('text', 'has nothing that the model can read.');
  if (ids.length > model.context)
    complain('text', `has ${ids.length} tokens; ${model.name} sees ${model.context} at most.`);
  return ids.length > 0 && ids.length <= model.context ? ids : undefined;
}
