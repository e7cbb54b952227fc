import type { MoeStep } from '../../../src/core/demos/moe/moe-problem';
import { say } from '../../../src/core/l10n/say';
import type { GateOptions } from '../../../src/core/reference/moe/gate';
import { inWords } from '../parts/in-words';

/** A token's chosen experts, best first, and what became of each pair. */
export function tokenRows({ logits, routing, sent }: MoeStep, token: number): (string | number)[][] {
  const { slots } = routing;
  return Array.from({ length: slots }, (_, slot) => token * slots + slot)
    .filter((pair) => routing.experts[pair]! >= 0)
    .map((pair, rank) => {
      const expert = routing.experts[pair]!;
      const at = (values: Float64Array) => values[expert]!;
      return [
        ...[rank + 1, say`expert ${expert}`, at(logits.row(token)), at(routing.scores.row(token))],
        ...[
          at(routing.selection.row(token)),
          routing.weights.data[pair]!,
          fate(sent, pair, expert),
          sent.weights[pair]!,
        ],
      ];
    });
}

export const tokenColumns = ['', 'chosen', 'logit', 'score', 'selection', 'weight', 'capacity', say`weight after`];

function fate(sent: MoeStep['sent'], pair: number, asked: number): string {
  const went = sent.experts[pair]!;
  if (went === asked) return 'room';
  if (went >= 0) return say`full: moved to expert ${went}`;
  return sent.passed[pair]! > 0 ? say`full: the token passes by` : say`full: lost`;
}

/** The two questions of a grouped choice, answered for one token. */
export function choiceWords({ routing }: MoeStep, token: number, gate: GateOptions, shared: number): string {
  const experts = routing.selection.size(1);
  const dropped = routing.dropped.subarray(token * experts, (token + 1) * experts);
  const open = dropped.reduce((sum, one) => sum + (one ? 0 : 1), 0);
  const size = gate.groups ? experts / gate.groups.count : experts;
  const kept = Array.from({ length: experts / size }, (_, group) => group).filter((group) => !dropped[group * size]);
  const available = gate.groups
    ? say`Available? Groups ${kept.join(', ')} of ${gate.groups.count} are kept: ${open} of ${experts} experts.`
    : say`Available? All ${experts} experts: there are no groups.`;
  const chosen = routing.experts.subarray(token * routing.slots, (token + 1) * routing.slots).filter((id) => id >= 0);
  const how = gate.adaptive
    ? say`as few as hold a probability of ${inWords(gate.adaptive.p)}`
    : say`the best ${gate.topK} by selection score`;
  const also =
    shared > 0
      ? say` Beside them ${shared} shared ${shared === 1 ? say`expert sees` : say`experts see`} every token.`
      : '';
  return say`${available} Good at this? ${chosen.length} chosen, ${how}.${also}`;
}
