import { say } from '../../../src/core/l10n/say';
import { type GateConvention, type GateOptions, gate, gateConventions } from '../../../src/core/reference/moe/gate';
import type { Tensor } from '../../../src/core/reference/tensor';
import type { Table } from '../demo-view';
import { inWords } from '../parts/in-words';

/** How each published convention routes the same tokens. */
export interface ConventionChoices {
  /** By convention and token: the experts in order, and their weights. */
  readonly chosen: Readonly<Record<GateConvention, readonly TokenChoice[]>>;
  /** Tokens whose experts are not the same everywhere. */
  readonly parted: readonly number[];
}

export interface TokenChoice {
  readonly experts: readonly number[];
  readonly weights: readonly number[];
}

/** Routes logits `[tokens, experts]` by all conventions. */
export function conventionChoices(logits: Tensor, options: GateOptions): ConventionChoices {
  const of = (convention: GateConvention): TokenChoice[] => {
    const { experts, weights, slots } = gate(logits, { ...options, convention });
    return Array.from({ length: logits.size(0) }, (_, token) => {
      const pairs = Array.from({ length: slots }, (__, slot) => token * slots + slot).filter(
        (pair) => experts[pair]! >= 0,
      );
      return { experts: pairs.map((pair) => experts[pair]!), weights: pairs.map((pair) => weights.data[pair]!) };
    });
  };
  const chosen = { deepseek: of('deepseek'), transformers: of('transformers'), megatron: of('megatron') };
  const parted = chosen.deepseek.flatMap((_, token) => {
    const ways = gateConventions.map((convention) => chosen[convention][token]!.experts.join());
    return new Set(ways).size > 1 ? [token] : [];
  });
  return { chosen, parted };
}

/** Rows that are shown. */
const most = 100;

/** Tokens down, conventions across, from shortly before the first that parts where there are too many for a table. */
export function conventionTable(
  { chosen, parted }: ConventionChoices,
  tokens: readonly string[],
): { readonly table: Table; readonly tokens: readonly number[] } {
  const first = Math.max(0, Math.min((parted[0] ?? 0) - 2, tokens.length - most));
  const shown = tokens.slice(first, first + most).map((_, row) => first + row);
  const words = ({ experts, weights }: TokenChoice) =>
    experts.map((expert, i) => `${expert} (${inWords(weights[i], 3)})`).join(', ');
  return {
    tokens: shown,
    table: {
      columns: [say`token`, ...gateConventions],
      rows: shown.map((token) => [
        `${token} · ${tokens[token]}`,
        ...gateConventions.map((convention) => words(chosen[convention][token]!)),
      ]),
    },
  };
}

/** What the comparison comes to, in a sentence. */
export function conventionWords({ chosen, parted }: ConventionChoices, tokens: readonly string[]): string {
  const [first] = parted;
  if (first === undefined) {
    const weights = gateConventions.map((name) => chosen[name].map((one) => one.weights.join()).join(';'));
    const apart = new Set(weights).size > 1 ? say`, though not all with the same weights` : '';
    return say`All ${tokens.length} tokens go to the same experts by the code of ${gateConventions.join(', ')}${apart}.`;
  }
  const ways = gateConventions.map((name) => say`${name} chooses ${chosen[name][first]!.experts.join(', ')}`);
  return say`Published code first parts at token ${first} (“${tokens[first]}”): ${ways.join('; ')}. It parts for ${parted.length} of ${tokens.length} tokens.`;
}
