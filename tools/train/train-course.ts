// Trains course-nano: node --import tsx tools/train/train-course.ts [steps]
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, stdout } from 'node:process';
import { roundToDigits } from '../../src/core/demos/model/digit-weights';
import { tensorsOf, writeModel } from '../../src/core/demos/model/model-file';
import { Random } from '../../src/core/reference/random';
import { Adam } from './adam';
import { alphabet, courseText, encode, randomPlaces, textBatch } from './course-text';
import { Decoder } from './decoder';
import { examine } from './examine';
import { initialise, networkOf, type Sizes } from './parameters';
import { learnPieces } from './pieces';
import { saveModel } from './save-model';

const seed = 1;
const steps = Number(argv[2] ?? 1800);
const parts = (['training', 'validation-comments', 'validation-course'] as const).map(courseText);
const vocabulary = learnPieces(parts.join(' '), alphabet, 256);
// As many active channels as a dense layer of four times the width.
const experts = { count: 8, chosen: 2, balance: 0.01 };
const sizes: Sizes = {
  vocabulary: vocabulary.length,
  context: 64,
  layers: 2,
  heads: 4,
  width: 48,
  hidden: 96,
  experts,
};

const training = encode(parts.join(' '), vocabulary);
const unseen = courseText('held-out');
const heldOut = encode(unseen, vocabulary);
const parameters = initialise(sizes, seed);
const decoder = new Decoder(sizes, parameters);
const adam = new Adam(parameters.length, steps, 4e-3);
const random = new Random(seed, 'batches');
const model = () => ({
  name: 'course-nano',
  about: `Writes on, piece of word by piece, in the words of the sample course. Trained by ${steps} steps on the project's texts.`,
  example: 'attention is a weighted',
  vocabulary,
  lowerCase: true,
  context: sizes.context,
  network: networkOf(sizes, parameters),
});

/** Nats a character, whatever the tokens. */
const lossOnUnseen = () => (examine(decoder, heldOut, sizes.context) * heldOut.length) / unseen.length;

stdout.write(`${training.length} tokens, ${parameters.length} weights\n`);
for (let step = 1; step <= steps; step++) {
  decoder.learn(textBatch(training, randomPlaces(random, training, 6, sizes.context), sizes.context));
  adam.update(parameters, decoder.gradient, 0.1);
  if (step % 250 > 0) continue;
  stdout.write(`step ${step}: held out ${lossOnUnseen().toFixed(3)} nats a character\n`);
  writeFileSync(join(tmpdir(), 'course-nano.checkpoint.json'), writeModel(model()));
}
stdout.write(`held out: ${lossOnUnseen().toFixed(4)} before the weights are rounded\n`);
roundToDigits(tensorsOf(networkOf(sizes, parameters)));
stdout.write(`held out: ${lossOnUnseen().toFixed(4)} nats a character\n`);
stdout.write(`weights: sha256 ${createHash('sha256').update(new Float32Array(parameters)).digest('hex')}\n`);
saveModel(model(), 6);
