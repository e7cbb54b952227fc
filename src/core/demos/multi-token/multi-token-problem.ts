import { say } from '../../l10n/say';
import { speedUp, tokensPerPass } from '../../reference/speculative/speculative';
import { type DecodingPass, decoding } from '../../reference/speculative/speculative-decoding';
import type { Complain } from '../complain';
import type { DemoHost } from '../demo-definition';
import { type LanguageModel, tokenise } from '../model/language-model';
import type { Work } from '../work';
import { longestDraft, type MultiTokenResults } from './multi-token-keys';
import type { Measure, MultiTokenSetup } from './multi-token-setup';

export interface MultiTokenProblem extends MultiTokenSetup {
  /** The model that writes, and the tokens that it starts from. */
  readonly writing: (Measure & { readonly by: LanguageModel; readonly ids: readonly number[] }) | undefined;
}

/** A problem with what was measured, whose acceptance the formula takes. */
export interface MeasuredProblem extends MultiTokenProblem {
  /** The first of them, over the text, had no draft. */
  readonly passes: readonly DecodingPass[] | undefined;
}

export async function multiTokenProblem(
  setup: MultiTokenSetup,
  { models }: Pick<DemoHost, 'models'>,
  complain: Complain,
): Promise<MultiTokenProblem | undefined> {
  const { measure } = setup;
  if (!measure) return { ...setup, writing: undefined };
  const by = await models.load(measure.model);
  const read = tokenise(by, measure.text ?? by.example);
  if ('unknown' in read) {
    complain('measure.text', say`holds “${read.unknown}”, which ${by.name} cannot read.`);
    return undefined;
  }
  const { ids } = read;
  const room = by.context - measure.draft - 1;
  if (ids.length === 0) complain('measure.text', say`has nothing that the model can read.`);
  if (ids.length > room)
    complain(
      'measure.text',
      say`has ${ids.length} tokens; beside a draft of ${measure.draft}, ${by.name} sees ${room}.`,
    );
  return ids.length > 0 && ids.length <= room ? { ...setup, writing: { ...measure, by, ids } } : undefined;
}

/** Lets the model write, where one does, and takes what was accepted for the chance. */
export function* measured(problem: MultiTokenProblem): Work<MeasuredProblem> {
  const { writing, seed } = problem;
  if (!writing) return { ...problem, passes: undefined };
  const { by, ids, draft, temperature, tokens } = writing;
  const options = { ...{ draft, temperature, tokens, seed }, context: by.context };
  const passes: DecodingPass[] = [];
  for (const pass of decoding(by.network, by.draft!, ids, options)) {
    passes.push(pass);
    yield;
  }
  const acceptance = shareAccepted(passes) ?? 0;
  return { ...problem, acceptance, chances: new Array<number>(draft).fill(acceptance), passes };
}

export function multiTokenResultsOf(problem: MeasuredProblem): MultiTokenResults {
  const { chances, acceptance, draftCost, pass, tokens } = problem;
  const perPass = tokensPerPass(chances);
  const best = acceptance === undefined ? undefined : bestDraft(acceptance, draftCost);
  const passes = tokens / perPass;
  const seconds = passes * pass * (1 + chances.length * draftCost);
  return {
    tokens_per_pass: perPass,
    accepted_share: chances.length === 0 ? null : (perPass - 1) / chances.length,
    speed_up: speedUp(chances, draftCost),
    best_draft: best?.length ?? null,
    best_speed_up: best ? speedUp(best, draftCost) : null,
    ...{ passes, seconds, tokens_per_second: tokens / seconds },
    by_draft: [...chances.keys(), chances.length].map((length) => tokensPerPass(chances.slice(0, length))),
    ...measuredResults(problem),
  };
}

function measuredResults({
  writing,
  passes,
}: MeasuredProblem): Pick<
  MultiTokenResults,
  'measured_acceptance' | 'measured_tokens_per_pass' | 'measured_passes' | 'measured_by_place' | 'written'
> {
  if (!writing || !passes)
    return {
      ...{ measured_acceptance: null, measured_tokens_per_pass: null, measured_passes: null },
      ...{ measured_by_place: null, written: null },
    };
  const overDrafts = passes.slice(1);
  const brought = overDrafts.reduce((sum, { accepted }) => sum + accepted + 1, 0);
  return {
    measured_acceptance: shareAccepted(passes) ?? null,
    measured_tokens_per_pass: overDrafts.length === 0 ? null : brought / overDrafts.length,
    measured_passes: overDrafts.length,
    measured_by_place: Array.from({ length: writing.draft }, (_, place) => {
      const reached = overDrafts.filter(({ accepted }) => accepted >= place).length;
      return reached === 0 ? null : overDrafts.filter(({ accepted }) => accepted > place).length / reached;
    }),
    written: passes
      .flatMap(({ drafted, accepted, own }) => [...drafted.slice(0, accepted), own])
      .map((id) => writing.by.vocabulary[id]!)
      .join(''),
  };
}

/** Of the drafted tokens that were looked at; undefined where none was. */
function shareAccepted(passes: readonly DecodingPass[]): number | undefined {
  const accepted = passes.reduce((sum, pass) => sum + pass.accepted, 0);
  const reached = passes.reduce((sum, pass) => sum + Math.min(pass.drafted.length, pass.accepted + 1), 0);
  return reached === 0 ? undefined : accepted / reached;
}

/** Drafts of every length, where all their tokens have one chance. */
export const draftsOf = (acceptance: number): number[][] =>
  Array.from({ length: longestDraft + 1 }, (_, length) => new Array<number>(length).fill(acceptance));

/** The fastest draft, of several the shortest. */
const bestDraft = (acceptance: number, cost: number): readonly number[] =>
  draftsOf(acceptance).reduce((best, next) => (speedUp(next, cost) > speedUp(best, cost) ? next : best));
