import type { MoeProblem, MoeStep } from '../../../src/core/demos/moe/moe-problem';
import { say } from '../../../src/core/l10n/say';
import type { BarRow, BarRowsData } from '../parts/bar-rows';
import { inWords } from '../parts/in-words';

/**
 * A token's way through the gate as rows of bars over the experts: logits, scores, bias, groups, top-k, weights, whom
 * capacity turns away, where overflow sends them, and the weights that the outputs are combined with.
 */
export function timelineOf(step: MoeStep, token: number, problem: MoeProblem): BarRowsData {
  const { logits, routing, sent, bias } = step;
  const { experts, gate } = problem;
  const { slots } = routing;
  const hidden = routing.dropped.subarray(token * experts, (token + 1) * experts);
  const selection = routing.selection.row(token);
  const open = selection.map((value, expert) => (hidden[expert] ? Number.NaN : value));
  const asked = new Float64Array(experts).fill(Number.NaN);
  const room = new Float64Array(experts).fill(Number.NaN);
  const moved = new Float64Array(experts).fill(Number.NaN);
  const end = new Float64Array(experts).fill(Number.NaN);
  const lost = new Set<number>();
  for (let pair = token * slots; pair < (token + 1) * slots; pair++) {
    const [wanted, went] = [routing.experts[pair]!, sent.experts[pair]!];
    if (wanted < 0) continue;
    asked[wanted] = routing.weights.data[pair]!;
    room[wanted] = routing.weights.data[pair]!;
    if (went !== wanted) lost.add(wanted);
    if (went >= 0) end[went] = sent.weights[pair]!;
    if (went >= 0 && went !== wanted) moved[went] = sent.weights[pair]!;
    if (sent.passed[pair]! > 0) moved[wanted] = sent.passed[pair]!;
  }
  const overflow = problem.capacity?.overflow;
  const chosen = (expert: number) => !Number.isNaN(asked[expert]);
  const biased = bias.some((value) => value !== 0);
  const rows: BarRow[] = [
    { name: say`logits`, values: logits.row(token) },
    { name: say`score (${gate.score})`, values: routing.scores.row(token) },
    ...(biased ? [{ name: '+ bias', values: selection }] : []),
    ...(gate.groups ? [{ name: say`kept groups`, values: open }] : []),
    { name: gate.adaptive ? 'top-p' : `top-${gate.topK}`, values: open, strong: chosen, dim: (one) => !chosen(one) },
    { name: say`weights`, values: asked },
    ...(problem.capacity
      ? [
          { name: say`capacity`, values: room, strong: (expert: number) => lost.has(expert) },
          ...(overflow === 'drop' ? [] : [{ name: `→ ${overflow}`, values: moved }]),
        ]
      : []),
    { name: say`combine`, values: end },
  ];
  const size = gate.groups ? experts / gate.groups.count : experts;
  return {
    name: say`Token ${token}, ${problem.tokens[token]}: from logits to weights`,
    columns: experts,
    rows,
    dividers: gate.groups ? Array.from({ length: gate.groups.count - 1 }, (_, group) => (group + 1) * size) : [],
    say: (expert) => {
      const group = gate.groups
        ? say`, group ${Math.floor(expert / size)}${hidden[expert] ? say` (dropped)` : ''}`
        : '';
      const lift = biased ? say`, with bias ${inWords(selection[expert])}` : '';
      const way = chosen(expert)
        ? say`chosen with weight ${inWords(asked[expert])}${lost.has(expert) ? say`, but it is full` : ''}`
        : say`not chosen`;
      const gained =
        !chosen(expert) && !Number.isNaN(end[expert]) ? say`, takes over with ${inWords(end[expert])}` : '';
      return say`expert ${expert}${group}: logit ${inWords(logits.row(token)[expert])}, score ${inWords(routing.scores.row(token)[expert])}${lift}: ${way}${gained}`;
    },
  };
}

/** The token's output, spelt out: each expert's weight, the shared experts, and what passes by. */
export function combineWords({ sent, routing }: MoeStep, token: number, shared: number): string {
  const { slots } = routing;
  const pairs = Array.from({ length: slots }, (_, slot) => token * slots + slot);
  const routed = pairs
    .filter((pair) => sent.experts[pair]! >= 0)
    .map((pair) => `${inWords(sent.weights[pair], 3)}·E${sent.experts[pair]}(x)`);
  const passed = pairs.reduce((sum, pair) => sum + sent.passed[pair]!, 0);
  const always = Array.from({ length: shared }, (_, i) => `S${i}(x)`);
  const terms = [...routed, ...(passed > 0 ? [`${inWords(passed, 3)}·x`] : []), ...always];
  return say`Combine: y = ${terms.length > 0 ? terms.join(' + ') : '0'}.`;
}
