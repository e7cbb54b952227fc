import { readFileSync } from 'node:fs';
import type { LanguageModel, ModelStore } from '../../src/core/demos/model/language-model';
import { readModel } from '../../src/core/demos/model/model-file';

/** A model that the project ships. */
export const shippedModel = (name: string): LanguageModel =>
  readModel(readFileSync(`media/models/${name}.json`, 'utf8'));

export const shippedModels: ModelStore = { load: async (name) => shippedModel(name) };
