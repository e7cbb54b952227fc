// Trains sort-nano: node --import tsx tools/train/train-sort.ts [steps]
import { argv, stdout } from 'node:process';
import { Random } from '../../src/core/reference/random';
import { transformer } from '../../src/core/reference/transformer';
import { Adam } from './adam';
import { Decoder } from './decoder';
import { initialise, networkOf, type Sizes } from './parameters';
import { saveModel } from './save-model';
import { context, length, letters, sortBatch, sortInputs } from './sort-task';

const seed = 1;
const steps = Number(argv[2] ?? 600);
const sizes: Sizes = { vocabulary: letters.length, context, layers: 3, heads: 3, width: 24 };

const { training, heldOut } = sortInputs(seed);
const parameters = initialise(sizes, seed);
const decoder = new Decoder(sizes, parameters);
const adam = new Adam(parameters.length, steps, 3e-3);
const random = new Random(seed, 'batches');

for (let step = 1; step <= steps; step++) {
  const drawn = Array.from({ length: 32 }, () => training[random.below(training.length)]!);
  const loss = decoder.learn(sortBatch(drawn));
  adam.update(parameters, decoder.gradient, 0.1);
  if (step % 200 === 0)
    stdout.write(`step ${step}: loss ${loss.toFixed(5)}, held out ${decoder.loss(sortBatch(heldOut)).toFixed(5)}\n`);
}

const network = networkOf(sizes, parameters.map(Math.fround));
const sorts = (input: readonly number[]): boolean => {
  const sorted = input.toSorted((a, b) => a - b);
  const { logits } = transformer(network, [...input, ...sorted.slice(0, length - 1)]);
  return sorted.every((letter, i) => {
    const scores = logits.row(length - 1 + i);
    return scores.indexOf(Math.max(...scores)) === letter;
  });
};
for (const [name, inputs] of Object.entries({ training, 'held out': heldOut }))
  stdout.write(`${name}: ${inputs.filter(sorts).length} of ${inputs.length} sorted\n`);

saveModel({
  name: 'sort-nano',
  about: `Sorts six letters out of A, B and C. Trained by ${steps} steps on 584 of the 729 inputs.`,
  example: 'CABACB',
  vocabulary: [...letters],
  lowerCase: false,
  context,
  network,
});
