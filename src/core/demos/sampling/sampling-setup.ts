import { say } from '../../l10n/say';
import type { Verifier } from '../../reference/sampling/best-of-n';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { mostSamples, type SamplingValues, samplingKeys } from './sampling-keys';

/** One task: answers drawn, and how many of them are right. */
export interface SampledTask {
  readonly drawn: number;
  readonly right: number;
}

export interface SamplingSetup {
  readonly tasks: readonly SampledTask[];
  readonly k: number;
  readonly confidence: number;
  readonly wrongAnswers: number;
  readonly verifier: (Verifier & { readonly tokens: number }) | undefined;
  /** Tokens of an answer. */
  readonly tokens: number;
  /** Dollars for a token. */
  readonly price: number;
  readonly larger: { readonly accuracy: number; readonly cost: number } | undefined;
}

const mostTasks = 5000;

/** Fills in the defaults and complains of what cannot be together. */
export function samplingSetup(values: SamplingValues, complain: Complain): SamplingSetup {
  const given = withDefaults(samplingKeys, values);
  const price = given.price / 1e6;
  return {
    tasks: tasksOf(values, complain),
    k: given.k,
    confidence: given.confidence,
    wrongAnswers: given.wrong_answers,
    verifier: values.verifier && verifierOf(values.verifier, complain),
    tokens: given.tokens,
    price,
    larger: values.larger && largerOf(values.larger, given.tokens),
  };
}

/** The value of every key by path, defaults filled in; what a verifier or a larger model has, where there is one. */
export function samplingInForce(values: SamplingValues, setup: SamplingSetup): ValuesByPath {
  const { samples, correct, ...rest } = byPath(withDefaults(samplingKeys, values));
  const { verifier, larger } = samplingKeys;
  return {
    ...(values.tasks ? {} : { samples, correct: setup.tasks[0]?.right ?? correct }),
    ...rest,
    ...(values.verifier && byPath(withDefaults(verifier.keys, values.verifier), 'verifier.')),
    ...(setup.verifier && {
      'verifier.accepts_right': setup.verifier.acceptsRight,
      'verifier.accepts_wrong': setup.verifier.acceptsWrong,
    }),
    ...(values.larger && {
      ...byPath(withDefaults(larger.keys, values.larger), 'larger.'),
      'larger.tokens': values.larger.tokens ?? setup.tokens,
    }),
  };
}

function tasksOf(values: SamplingValues, complain: Complain): SampledTask[] {
  const { tasks } = values;
  if (!tasks) {
    const drawn = values.samples ?? samplingKeys.samples.default;
    const right = values.correct ?? Math.round(drawn / 10);
    if (right > drawn) complain('correct', say`cannot be ${right} of ${drawn} answers.`, `${drawn}`);
    return [{ drawn, right }];
  }
  for (const key of ['samples', 'correct'] as const)
    if (values[key] !== undefined) complain(key, say`and tasks cannot both be given.`);
  if (tasks.length > mostTasks) complain('tasks', say`has ${tasks.length} tasks; at most ${mostTasks} are taken here.`);
  const bad = tasks.findIndex(([drawn, right]) => !isCount(drawn, 1) || !isCount(right, 0) || right! > drawn!);
  if (bad >= 0)
    complain('tasks', say`row ${bad}: must be answers drawn and, of these, right answers: whole numbers, [200, 20].`);
  const large = tasks.findIndex(([drawn]) => drawn! > mostSamples);
  if (large >= 0) complain('tasks', say`row ${large}: at most ${mostSamples} answers of a task are taken here.`);
  return tasks.map(([drawn, right]) => ({ drawn: drawn!, right: right! }));
}

const isCount = (value: number | undefined, least: number): boolean => Number.isSafeInteger(value) && value! >= least;

function verifierOf(values: NonNullable<SamplingValues['verifier']>, complain: Complain): SamplingSetup['verifier'] {
  const { accuracy, tokens } = withDefaults(samplingKeys.verifier.keys, values);
  const { accepts_right: right, accepts_wrong: wrong } = values;
  if (values.accuracy !== undefined && right !== undefined && wrong !== undefined)
    complain('verifier.accuracy', say`means nothing beside accepts_right and accepts_wrong.`, undefined, 'warning');
  return { acceptsRight: right ?? accuracy, acceptsWrong: wrong ?? 1 - accuracy, tokens };
}

function largerOf(values: NonNullable<SamplingValues['larger']>, tokens: number): SamplingSetup['larger'] {
  const { accuracy, price } = withDefaults(samplingKeys.larger.keys, values);
  return { accuracy, cost: ((values.tokens ?? tokens) * price) / 1e6 };
}
