import { type MoeStep, moeResultsOf, trainMoe } from '../../../src/core/demos/moe/moe-problem';
import { say } from '../../../src/core/l10n/say';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import type { MoeFrame, MoeTrace } from './moe-trace';
import { MoeView } from './moe-view';

const mostFrames = 400;

/** Routing of tokens to experts, from logits to load. */
export const moeDemo: DemoModule<'moe', MoeTrace> = {
  knobs: [
    { path: 'preset' },
    { path: 'experts', slider: { min: 2, max: 256 } },
    { path: 'top_k', slider: { min: 1, max: 16 } },
    { path: 'tokens' },
    { path: 'skew', slider: { min: 0, max: 4, step: 0.05 } },
    { path: 'score' },
    { path: 'capacity.factor', slider: { min: 0.25, max: 4, step: 0.05 } },
    { path: 'capacity.overflow', label: say`overflow` },
    { path: 'balance.method', label: say`balancing` },
    { path: 'steps', slider: { min: 1, max: 2000, log: true } },
    { path: 'devices' },
    { path: 'convention' },
    { path: 'seed' },
  ],
  viewKeys: [],
  *solve({ problem }) {
    const violations: number[] = [];
    const frames: MoeFrame[] = [];
    const every = Math.ceil(problem.steps / mostFrames);
    let last: MoeStep | undefined;
    for (const step of trainMoe(problem)) {
      violations.push(step.maxViolation);
      if (step.step === 1 || step.step % every === 0 || step.step === problem.steps)
        frames.push({ step: step.step, counts: step.counts, load: step.sent.load, places: step.places });
      last = step;
      yield;
    }
    if (!last) throw new RangeError('a training of no steps');
    return { results: moeResultsOf(last, problem), trace: { last, violations, frames } };
  },
  async prove({ problem }, { trace: { last } }, engine, signal) {
    const { overflow, policy } = problem.capacity ?? { overflow: 'drop', policy: 'probability' };
    const gate = { ...problem.gate, bias: last.bias };
    const capacity = Number.isFinite(last.places) ? { capacity: last.places, overflow, policy } : undefined;
    const answer = await engine.within(signal).route(last.logits, gate, capacity);
    const { routing } = answer.result;
    const others = parting(routing.experts, last.routing.experts, last.routing.slots);
    const same = others === 0 && routing.slots === last.routing.slots;
    const apart = [
      difference(routing.scores.data, last.routing.scores.data),
      same ? difference(routing.weights.data, last.routing.weights.data) : 0,
    ];
    const note = same
      ? say`Every token chose the same experts.`
      : say`${others} tokens chose other experts, whose scores differ by less than f32 can tell.`;
    return { answer, difference: Math.max(...apart), note };
  },
  createView: (host) => new MoeView(host),
};

/** Tokens whose experts differ. */
function parting(a: Int32Array, b: Int32Array, slots: number): number {
  const tokens = new Set<number>();
  for (let pair = 0; pair < Math.max(a.length, b.length); pair++)
    if (a[pair] !== b[pair]) tokens.add(Math.floor(pair / slots));
  return tokens.size;
}
