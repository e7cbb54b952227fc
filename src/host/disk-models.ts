import { join } from 'node:path';
import type { LanguageModel, ModelStore } from '../core/demos/model/language-model';
import { readModel } from '../core/demos/model/model-file';
import { getOrSet } from '../core/get-or-set';
import { defaultSettings } from '../core/settings';
import { HumanError, systemReason } from './human-error';
import { readSource } from './read-source';

/** The trained models in a folder, each read once. */
export function diskModels(folder: string): ModelStore {
  const loading = new Map<string, Promise<LanguageModel>>();
  return {
    load: (name) => getOrSet(loading, name, () => readFrom(join(folder, `${name}.json`))),
  };
}

async function readFrom(path: string): Promise<LanguageModel> {
  try {
    return readModel(readSource(path, defaultSettings.files.maxSize).text);
  } catch (error) {
    throw new HumanError(`The model ${path} cannot be read: ${systemReason((error as Error).cause ?? error)}.`);
  }
}
