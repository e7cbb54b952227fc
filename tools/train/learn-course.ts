import { Random } from '../../src/core/reference/random';
import { Adam } from './adam';
import { alphabet, courseText, encode, randomPlaces, textBatch } from './course-text';
import { Decoder } from './decoder';
import { examine } from './examine';
import { initialise, type Sizes } from './parameters';
import { learnPieces } from './pieces';

const seed = 1;
const learnt = (['training', 'validation-comments', 'validation-course'] as const).map(courseText).join(' ');
const unseen = courseText('held-out');

/** The pieces of course-nano. */
export const vocabulary = learnPieces(learnt, alphabet, 256);

/** The sizes of course-nano but for its feed-forward layers. */
export const courseSizes = { vocabulary: vocabulary.length, context: 64, layers: 2, heads: 4, width: 48 } as const;

const training = encode(learnt, vocabulary);
const heldOut = encode(unseen, vocabulary);

/** Nats a character on the held-out tenth, whatever the tokens. */
export const lossOnHeldOut = (decoder: Decoder): number =>
  (examine(decoder, heldOut, courseSizes.context) * heldOut.length) / unseen.length;

/** A decoder and its parameters, which it reads: what course-nano is made of, from the same start and batches each time. */
export interface Learner {
  readonly decoder: Decoder;
  readonly parameters: Float64Array;
}

/** Trains for so many steps; `after` is called after each. */
export function learnCourse(
  sizes: Sizes,
  steps: number,
  after: (step: number, learner: Learner) => void = () => {},
): Learner {
  const parameters = initialise(sizes, seed);
  const learner = { parameters, decoder: new Decoder(sizes, parameters) };
  const adam = new Adam(parameters.length, steps, 4e-3);
  const random = new Random(seed, 'batches');
  for (let step = 1; step <= steps; step++) {
    learner.decoder.learn(textBatch(training, randomPlaces(random, training, 6, sizes.context), sizes.context));
    adam.update(parameters, learner.decoder.gradient, 0.1);
    after(step, learner);
  }
  return learner;
}
