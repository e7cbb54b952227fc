import type { LanguageModel, ModelStore } from '../../src/core/demos/model/language-model';
import { readModel } from '../../src/core/demos/model/model-file';
import { say } from '../../src/core/l10n/say';

const files: Readonly<Record<string, () => Promise<unknown>>> = {
  'sort-nano': async () => (await import('../../media/models/sort-nano.json')).default,
  'course-nano': async () => (await import('../../media/models/course-nano.json')).default,
};

const loaded = new Map<string, Promise<LanguageModel>>();

/** The trained models, each a chunk that is loaded when a demo asks for it. */
export const models: ModelStore = {
  load(name) {
    const known = loaded.get(name) ?? load(name);
    loaded.set(name, known);
    return known;
  },
};

async function load(name: string): Promise<LanguageModel> {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) throw new Error(say`There is no model ${name}.`);
  return readModel(JSON.stringify(await file()));
}
