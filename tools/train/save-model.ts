import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stdout } from 'node:process';
import type { LanguageModel } from '../../src/core/demos/model/language-model';
import { type WeightBits, writeModel } from '../../src/core/demos/model/model-file';

/** Writes a trained model to where the project ships it from. */
export function saveModel(model: LanguageModel, bits: WeightBits = 32): void {
  mkdirSync('media/models', { recursive: true });
  const file = resolve('media/models', `${model.name}.json`);
  const text = writeModel(model, bits);
  writeFileSync(file, text);
  stdout.write(`${file}: ${Math.round(text.length / 1024)} KiB\n`);
}
