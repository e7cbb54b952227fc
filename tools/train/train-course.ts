// Trains course-nano: node --import tsx tools/train/train-course.ts [steps]
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { roundToDigits } from '../../src/core/demos/model/digit-weights';
import type { LanguageModel } from '../../src/core/demos/model/language-model';
import { tensorsOf, writeModel } from '../../src/core/demos/model/model-file';
import { courseSizes, learnCourse, lossOnHeldOut, vocabulary } from './learn-course';
import { networkOf, type Sizes } from './parameters';
import { saveModel } from './save-model';

const steps = Number(argv[2] ?? 1800);
// As many active channels as a dense layer of four times the width.
const sizes: Sizes = { ...courseSizes, hidden: 96, experts: { count: 8, chosen: 2, balance: 0.01 } };

const modelOf = (parameters: Float64Array): LanguageModel => ({
  name: 'course-nano',
  about: `Writes on, piece of word by piece, in the words of the sample course. Trained by ${steps} steps on the project's texts.`,
  example: 'attention is a weighted',
  vocabulary,
  lowerCase: true,
  context: sizes.context,
  network: networkOf(sizes, parameters),
});

const { decoder, parameters } = learnCourse(sizes, steps, (step, { decoder, parameters }) => {
  if (step % 250 > 0) return;
  stdout.write(`step ${step}: held out ${lossOnHeldOut(decoder).toFixed(3)} nats a character\n`);
  writeFileSync(join(tmpdir(), 'course-nano.checkpoint.json'), writeModel(modelOf(parameters)));
});
stdout.write(`${parameters.length} weights\n`);
stdout.write(`held out: ${lossOnHeldOut(decoder).toFixed(4)} before the weights are rounded\n`);
const model = modelOf(parameters);
// The tensors share the parameters' memory.
roundToDigits(tensorsOf(model.network));
stdout.write(`held out: ${lossOnHeldOut(decoder).toFixed(4)} nats a character\n`);
stdout.write(`weights: sha256 ${createHash('sha256').update(new Float32Array(parameters)).digest('hex')}\n`);
saveModel(model, 6);
