// Trains course-nano's head for the token after the next: node --import tsx tools/train/train-draft.ts [steps]
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { roundToDigits } from '../../src/core/demos/model/digit-weights';
import { readModel } from '../../src/core/demos/model/model-file';
import { Random } from '../../src/core/reference/random';
import { softmaxInPlace } from '../../src/core/reference/softmax';
import { type DraftHead, nextState } from '../../src/core/reference/speculative/draft-head';
import { decoding, logitsOf } from '../../src/core/reference/speculative/speculative-decoding';
import type { Tensor } from '../../src/core/reference/tensor';
import { transformer } from '../../src/core/reference/transformer';
import { Adam } from './adam';
import { courseText, encode } from './course-text';
import { draftTensors, learnDraft } from './draft-learner';
import { saveModel } from './save-model';

const steps = Number(argv[2] ?? 2000);
const seed = 1;
const hidden = 96;
const model = readModel(readFileSync('media/models/course-nano.json', 'utf8'));
const { network, context, vocabulary } = model;
const width = network.tokenEmbedding.size(1);

/** Tokens of a text with the model's state behind each, in stretches that the model sees at once. */
function statesOf(ids: Int32Array): { readonly ids: Int32Array; readonly states: Tensor }[] {
  const stretches = [];
  for (let at = 0; at + context <= ids.length; at += context) {
    const part = ids.subarray(at, at + context);
    stretches.push({ ids: part, states: transformer(network, part).normed });
  }
  return stretches;
}

const training = statesOf(encode(courseText('training'), vocabulary));
stdout.write(`${training.length} stretches of ${context} tokens\n`);

const random = new Random(seed, 'draft');
const parameters = Float64Array.from({ length: hidden * 2 * width + hidden + width * hidden + width }, (_, i) =>
  i < hidden * 2 * width ? random.gaussian() / Math.sqrt(2 * width) : 0,
);
const head: DraftHead = draftTensors(parameters, width, hidden);
const gradient = new Float64Array(parameters.length);
const slopes = draftTensors(gradient, width, hidden);
const adam = new Adam(parameters.length, steps, 3e-3);
let loss = 0;
for (let step = 1; step <= steps; step++) {
  gradient.fill(0);
  for (let i = 0; i < 32; i++) {
    const { ids, states } = training[random.below(training.length)]!;
    const at = random.below(context - 3);
    loss += learnDraft(head, slopes, network, states, ids, at, 2) / 32;
  }
  for (let i = 0; i < gradient.length; i++) gradient[i]! /= 32;
  adam.update(parameters, gradient, 0.01);
  if (step % 250 > 0) continue;
  stdout.write(`step ${step}: ${(loss / 250).toFixed(4)} nats more than the model has itself\n`);
  loss = 0;
}
stdout.write(`${parameters.length} weights\n`);
const report = (when: string) => {
  const accepted = [0, 0];
  let [tried, told] = [0, 0];
  for (const { ids, states } of statesOf(encode(courseText('held-out'), vocabulary)))
    for (let at = 0; at < context - 2; at++) {
      const next = nextState(head, states.row(at), network.tokenEmbedding.row(ids[at + 1]!));
      const q = softmaxInPlace(logitsOf(network.head, next));
      const p = softmaxInPlace(logitsOf(network.head, states.row(at + 1)));
      const best = (of: Float64Array) => of.indexOf(Math.max(...of));
      if (best(q) === best(p)) accepted[0]!++;
      told += q.reduce((sum, share, i) => sum + Math.min(share, p[i]!), 0);
      tried++;
    }
  stdout.write(
    `${when}, on held-out text: ${((100 * accepted[0]!) / tried).toFixed(1)}% of its first tokens are the model's greatest, ${((100 * told) / tried).toFixed(1)}% are accepted at temperature 1, of ${tried}\n`,
  );
};
report('before rounding');
roundToDigits([head.up.weight, head.up.bias, head.down.weight, head.down.bias]);
report('rounded');
const started = encode('attention is a weighted', vocabulary);
const options = { draft: 2, temperature: 0, tokens: 64, context, seed: 0 };
let [accepted, reached] = [0, 0];
for (const pass of decoding(network, head, [...started], options)) {
  accepted += pass.accepted;
  reached += Math.min(pass.drafted.length, pass.accepted + 1);
}
stdout.write(`writing on: ${accepted} of ${reached} accepted\n`);
saveModel({ ...model, draft: head }, 6);
