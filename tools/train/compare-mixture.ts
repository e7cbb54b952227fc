// Does a mixture of experts earn its place in course-nano? node --import tsx tools/train/compare-mixture.ts [steps] [seed]
import { argv, cpuUsage, stdout } from 'node:process';
import { Random } from '../../src/core/reference/random';
import { Adam } from './adam';
import { alphabet, courseText, encode, randomPlaces, textBatch } from './course-text';
import { Decoder } from './decoder';
import { examine } from './examine';
import { countOf, initialise, type Sizes } from './parameters';

const steps = Number(argv[2] ?? 600);
const seed = Number(argv[3] ?? 1);
const small: Sizes = { vocabulary: alphabet.length, context: 32, layers: 2, heads: 2, width: 32 };
const experts = { count: 8, chosen: 2, balance: 0.01 };

/** Channels of the wide layers that a token passes through: 128 in the first two, 512 in the last. */
const candidates: Readonly<Record<string, Sizes>> = {
  dense: { ...small, hidden: 128 },
  'mixture, 2 of 8 experts of 64': { ...small, hidden: 64, experts },
  'dense, as many weights as the mixture': { ...small, hidden: 512 },
};

const training = encode(courseText('training'), alphabet);
const validation = (['validation-comments', 'validation-course'] as const).map((part) =>
  encode(courseText(part), alphabet),
);

for (const [name, sizes] of Object.entries(candidates)) {
  const parameters = initialise(sizes, seed);
  const decoder = new Decoder(sizes, parameters);
  const adam = new Adam(parameters.length, steps, 4e-3);
  // The same batches for each.
  const random = new Random(seed, 'batches');
  const began = cpuUsage().user;
  let learnt = 0;
  for (let step = 1; step <= steps; step++) {
    const loss = decoder.learn(textBatch(training, randomPlaces(random, training, 12, sizes.context), sizes.context));
    if (step > steps * 0.9) learnt += loss / Math.floor(steps * 0.1);
    adam.update(parameters, decoder.gradient, 0.1);
  }
  const found = validation.map((ids) => examine(decoder, ids, sizes.context).toFixed(3));
  const seconds = Math.round((cpuUsage().user - began) / 1e6);
  stdout.write(
    `${name}: ${countOf(sizes)} weights; last tenth of training ${learnt.toFixed(3)}, ` +
      `comments ${found[0]}, course ${found[1]} nats a character; ${seconds} s\n`,
  );
}
