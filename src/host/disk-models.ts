import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LanguageModel, ModelStore } from '../core/demos/model/language-model';
import { readModel } from '../core/demos/model/model-file';
import { HumanError, systemReason } from './human-error';

/** The trained models in a folder, each read once. */
export function diskModels(folder: string): ModelStore {
  const loading = new Map<string, Promise<LanguageModel>>();
  return {
    load: (name) => {
      let model = loading.get(name);
      if (!model) {
        model = readFrom(join(folder, `${name}.json`));
        loading.set(name, model);
      }
      return model;
    },
  };
}

async function readFrom(path: string): Promise<LanguageModel> {
  try {
    return readModel(await readFile(path, 'utf8'));
  } catch (error) {
    throw new HumanError(`The model ${path} cannot be read: ${systemReason(error)}.`);
  }
}
