import type { MoeProblem, MoeStep } from '../../../src/core/demos/moe/moe-problem';
import type { BarRow, BarRowsData } from '../parts/bar-rows';
import { inWords } from '../parts/in-words';

/** A token's way through the gate as rows of bars over the experts: logits, scores, bias, groups, top-k, capacity. */
export function timelineOf(step: MoeStep, token: number, problem: MoeProblem): BarRowsData {
  const { logits, routing, sent, bias } = step;
  const { experts, gate } = problem;
  const { slots } = routing;
  const hidden = routing.dropped.subarray(token * experts, (token + 1) * experts);
  const selection = routing.selection.row(token);
  const open = selection.map((value, expert) => (hidden[expert] ? Number.NaN : value));
  const asked = new Float64Array(experts).fill(Number.NaN);
  const kept = new Float64Array(experts).fill(Number.NaN);
  const lost = new Set<number>();
  for (let pair = token * slots; pair < (token + 1) * slots; pair++) {
    const [wanted, went] = [routing.experts[pair]!, sent.experts[pair]!];
    if (wanted < 0) continue;
    asked[wanted] = routing.weights.data[pair]!;
    if (went !== wanted) lost.add(wanted);
    if (went >= 0) kept[went] = sent.weights[pair]!;
  }
  const chosen = (expert: number) => !Number.isNaN(asked[expert]);
  const biased = bias.some((value) => value !== 0);
  const rows: BarRow[] = [
    { name: 'logits', values: logits.row(token) },
    { name: `score (${gate.score})`, values: routing.scores.row(token) },
    ...(biased ? [{ name: '+ bias', values: selection }] : []),
    ...(gate.groups ? [{ name: 'kept groups', values: open }] : []),
    { name: gate.adaptive ? 'top-p' : `top-${gate.topK}`, values: open, strong: chosen, dim: (one) => !chosen(one) },
    { name: 'weights', values: asked, dim: (expert) => lost.has(expert) },
    ...(problem.capacity ? [{ name: 'after capacity', values: kept }] : []),
  ];
  const size = gate.groups ? experts / gate.groups.count : experts;
  return {
    name: `Token ${token}, ${problem.tokens[token]}: from logits to weights`,
    columns: experts,
    rows,
    dividers: gate.groups ? Array.from({ length: gate.groups.count - 1 }, (_, group) => (group + 1) * size) : [],
    say: (expert) => {
      const group = gate.groups ? `, group ${Math.floor(expert / size)}${hidden[expert] ? ' (dropped)' : ''}` : '';
      const lift = biased ? `, with bias ${inWords(selection[expert])}` : '';
      const way = chosen(expert)
        ? `chosen with weight ${inWords(asked[expert])}${lost.has(expert) ? ', but it is full' : ''}`
        : 'not chosen';
      const gained = !chosen(expert) && !Number.isNaN(kept[expert]) ? `, takes over with ${inWords(kept[expert])}` : '';
      return `expert ${expert}${group}: logit ${inWords(logits.row(token)[expert])}, score ${inWords(routing.scores.row(token)[expert])}${lift}: ${way}${gained}`;
    },
  };
}
