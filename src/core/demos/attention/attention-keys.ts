import { say } from '../../l10n/say';
import { recordedData } from '../recorded/recorded-keys';
import {
  choice,
  commonKeys,
  type Keys,
  number,
  record,
  rows,
  text,
  tokens,
  truth,
  type ValuesOf,
  whole,
} from '../schema/key';
import {
  numberRows,
  numberStack,
  oneNumber,
  perhapsNumberRows,
  perhapsNumberStack,
  type ResultKeys,
  type ResultsOf,
} from '../schema/result-key';

const vaswani = 'Vaswani et al. 2017, Attention Is All You Need';

export const attentionKeys = {
  ...commonKeys,
  text: text({
    meaning: say`The tokens that ask and, without \`memory\`, answer: one a word.`,
    default: 'the cat sat on the mat',
  }),
  memory: text({
    meaning: say`Another text whose tokens give keys and values: cross-attention, as from a translation to its source.`,
    otherwise: say`none: self-attention`,
    source: `${vaswani}, section 3.2.3`,
  }),
  tokens: tokens(512, {
    meaning: say`In place of \`text\`: how many tokens, or a list of them.`,
    otherwise: say`those of \`text\``,
  }),
  model: choice(
    {
      toy: say`seeded random embeddings and projections: shows the mechanism, knows nothing`,
      'sort-nano': say`a trained model of 3 layers that sorts six letters out of A, B and C`,
      'course-nano': say`a trained model of 2 layers with 8 experts each that writes on, piece of word by piece, like the sample course`,
    },
    { meaning: say`Where queries, keys and values come from.`, default: 'toy' },
  ),
  heads: whole(1, 64, {
    meaning: say`Query heads, each attending on its own share of the width.`,
    default: 4,
    otherwise: say`or those of the model`,
    formula: '\\mathrm{head}_i = \\mathrm{Attention}(QW_i^Q, KW_i^K, VW_i^V)',
    source: `${vaswani}, section 3.2.2`,
  }),
  kv_heads: whole(1, 64, {
    meaning: say`Key and value heads, each shared by \`heads\`/\`kv_heads\` query heads: grouped-query attention, multi-query with 1.`,
    otherwise: say`as many as \`heads\``,
    source: 'Ainslie et al. 2023, arXiv 2305.13245',
  }),
  head: whole(0, 1e9, {
    meaning: say`The head that is shown first, counted from zero. All heads are computed.`,
    default: 0,
  }),
  d_model: whole(1, 1024, {
    meaning: say`Width of an embedding; each head gets \`d_model\`/\`heads\` of it.`,
    default: 32,
    otherwise: say`or that of the model`,
  }),
  layer: whole(0, 1e9, { meaning: say`The layer of the model that is looked into, counted from zero.`, default: 0 }),
  causal: truth({
    meaning: say`Hides later keys from a query, so that no token sees what comes after it.`,
    default: false,
    otherwise: say`or true for a trained model`,
    formula: 'S_{ij} = -\\infty \\text{ for } j > i',
  }),
  sparse: record(
    {
      kind: choice(
        {
          window: say`keys nearer than \`window\` places`,
          blocks: say`keys of the query’s own block and of blocks beside it, and of the first blocks`,
          selected: say`keys of the query’s own block and of those whose compressed keys it scores highest`,
        },
        { meaning: say`Which pairs of a query and a key are computed.`, default: 'window' },
      ),
      window: whole(1, 1e6, {
        meaning: say`Places from a query to the first key that it misses, on both sides where nothing hides later keys.`,
        default: 4,
        source: 'Beltagy et al. 2020, arXiv 2004.05150; Jiang et al. 2023, arXiv 2310.06825',
      }),
      block: whole(1, 1e6, { meaning: say`Keys of a block (blocks, selected).`, default: 4 }),
      local: whole(1, 1e6, {
        meaning: say`Blocks from a query’s own, which counts, to the first that it misses (blocks).`,
        default: 1,
        source: 'Child et al. 2019, arXiv 1904.10509',
      }),
      global: whole(0, 1e6, {
        meaning: say`First blocks that every query sees (blocks).`,
        default: 1,
        source: 'Zaheer et al. 2020, arXiv 2007.14062',
      }),
      keep: whole(1, 1e6, {
        meaning: say`Blocks that a query sees, its own among them (selected).`,
        default: 2,
        source: 'Lu et al. 2025, arXiv 2502.13189, section 2.2',
      }),
    },
    {
      shorthand: 'kind',
      meaning: say`Computes some pairs of queries and keys only, and says what that changes.`,
      otherwise: say`none: every pair`,
    },
  ),
  temperature: number(1e-6, 1e6, {
    meaning: say`Divides the scores: below 1 sharpens the weights, above 1 flattens them.`,
    default: 1,
    formula: '\\mathrm{softmax}(QK^\\top / (T\\sqrt{d}))',
  }),
  positional: choice(
    {
      none: say`attention sees a set of tokens, without order`,
      sinusoidal: say`sines and cosines added to the embeddings`,
      rope: say`queries and keys turned by an angle that grows with the position`,
    },
    {
      meaning: say`How the order of the tokens enters.`,
      default: 'none',
      formula: '\\theta_{p,i} = p \\cdot 10000^{-2i/d}',
      source: `${vaswani}, section 3.5; Su et al. 2021, arXiv 2104.09864`,
    },
  ),
  rope_base: number(1, 1e12, {
    meaning: say`Base of the angles of \`rope\`: the larger, the slower the slowest pair turns.`,
    default: 10000,
    source: 'Su et al. 2021, arXiv 2104.09864, section 3.2.2',
  }),
  data: recordedData(
    say`a row for each token, \`key_0\`, \`key_1\` … its weights; \`token\`, \`head\` and \`layer\` may stand beside them.`,
  ),
  q: rows({
    meaning: say`Queries given outright, \`[length][width]\`: one head, no projections. Needs \`k\` and \`v\` too.`,
  }),
  k: rows({ meaning: say`Keys given outright, \`[length][width]\`, as wide as \`q\`.` }),
  v: rows({ meaning: say`Values given outright, \`[length][width]\`, as many as \`k\`.` }),
  seed: whole(-0x80000000, 0xffffffff, { meaning: say`Chooses the random embeddings and projections.`, default: 0 }),
} as const satisfies Keys;

export type AttentionValues = ValuesOf<typeof attentionKeys>;

const noTable = say`the key data names no table`;

export const attentionResults = {
  scores: numberStack('[heads][queries][keys]', {
    absent: say`the mask hides this key from the query`,
    meaning: say`What the softmax takes: scaled products over the temperature; null where a key is hidden.`,
    formula: 'QK^\\top/(T\\sqrt{d})',
  }),
  weights: numberStack('[heads][queries][keys]', {
    absent: say`the scores are too large for a number`,
    meaning: say`How much each query takes from each key; rows sum to 1.`,
    formula: '\\mathrm{softmax}(QK^\\top/\\sqrt{d})',
  }),
  output: numberRows('[queries][width]', {
    absent: say`the scores are too large for a number`,
    meaning: say`The values mixed by the weights, heads side by side.`,
  }),
  row_sum_error: oneNumber({ meaning: say`The greatest distance of a row of weights from summing to 1.` }),
  entropy: numberRows('[heads][queries]', {
    absent: say`the scores are too large for a number`,
    meaning: say`How spread out each row of weights is, in nats: 0 for one key, log n for n equal ones.`,
    formula: '-\\sum_j a_j \\ln a_j',
  }),
  pairs: oneNumber({ meaning: say`Pairs of a query and a key that are computed, over all heads.` }),
  pairs_share: oneNumber({
    absent: say`the mask hides every pair`,
    meaning: say`Their share of the pairs that dense attention computes under the same mask.`,
  }),
  kept_weight: oneNumber({
    absent: say`the scores are too large for a number`,
    meaning: say`What the computed pairs have of dense attention’s weights, as a mean over heads and queries.`,
  }),
  dense_difference: oneNumber({
    absent: say`the scores are too large for a number`,
    meaning: say`The greatest difference of a number of the output from dense attention; 0 where every pair is computed.`,
  }),
  recorded_weights: perhapsNumberStack('[heads][queries][keys]', {
    absent: noTable,
    meaning: say`What each query took from each key, as recorded.`,
  }),
  recorded_entropy: perhapsNumberRows('[heads][queries]', {
    absent: noTable,
    meaning: say`How spread out each of these rows is, in nats.`,
  }),
  recorded_row_sum_error: oneNumber({
    absent: noTable,
    meaning: say`The greatest distance of a recorded row from summing to 1.`,
  }),
  recorded_difference: oneNumber({
    absent: noTable,
    meaning: say`The greatest difference of a recorded weight from the computed one.`,
  }),
} as const satisfies ResultKeys;

export type AttentionResults = ResultsOf<typeof attentionResults>;
