// Trains course-nano: node --import tsx tools/train/train-course.ts [steps]
import { argv, stdout } from 'node:process';
import { Random } from '../../src/core/reference/random';
import { Adam } from './adam';
import { allPlaces, alphabet, courseProse, randomPlaces, splitText, textBatch } from './course-text';
import { Decoder } from './decoder';
import { initialise, networkOf, type Sizes } from './parameters';
import { saveModel } from './save-model';

const seed = 1;
const steps = Number(argv[2] ?? 1200);
const sizes: Sizes = { vocabulary: alphabet.length, context: 48, layers: 2, heads: 4, width: 48 };

const text = courseProse();
const { training, heldOut } = splitText(text);
const parameters = initialise(sizes, seed);
const decoder = new Decoder(sizes, parameters);
const adam = new Adam(parameters.length, steps, 4e-3);
const random = new Random(seed, 'batches');
const examine = (ids: Int32Array) => decoder.loss(textBatch(ids, allPlaces(ids, sizes.context), sizes.context));

stdout.write(`${text.length} characters, ${parameters.length} weights\n`);
for (let step = 1; step <= steps; step++) {
  decoder.learn(textBatch(training, randomPlaces(random, training, 8, sizes.context), sizes.context));
  adam.update(parameters, decoder.gradient, 0.1);
  if (step % 100 === 0) stdout.write(`step ${step}: held out ${examine(heldOut).toFixed(3)} nats a character\n`);
}
for (let i = 0; i < parameters.length; i++) parameters[i] = Math.fround(parameters[i]!);
const [known, unknown] = [examine(training), examine(heldOut)];
stdout.write(`${known.toFixed(3)} nats a character on its text, ${unknown.toFixed(3)} on the tenth it never saw\n`);

saveModel({
  name: 'course-nano',
  about: `Writes on, letter by letter, in the words of the sample course. Trained by ${steps} steps on its prose.`,
  example: 'attention is a weighted ',
  vocabulary: alphabet,
  lowerCase: true,
  context: sizes.context,
  network: networkOf(sizes, parameters),
});
