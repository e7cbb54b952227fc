import flashAttention from './kernels/flash-attention.wgsl';
import gather from './kernels/gather.wgsl';
import lossSurface from './kernels/loss-surface.wgsl';
import matmul from './kernels/matmul.wgsl';
import matmulTiled from './kernels/matmul-tiled.wgsl';
import matmulVec4 from './kernels/matmul-vec4.wgsl';
import moeCombine from './kernels/moe-combine.wgsl';
import moeCount from './kernels/moe-count.wgsl';
import moeGate from './kernels/moe-gate.wgsl';
import moeProduct from './kernels/moe-product.wgsl';
import moeRank from './kernels/moe-rank.wgsl';
import moeRankByWeight from './kernels/moe-rank-by-weight.wgsl';
import moeScan from './kernels/moe-scan.wgsl';
import moeScatter from './kernels/moe-scatter.wgsl';
import moeStatistics from './kernels/moe-statistics.wgsl';
import normalize from './kernels/normalize.wgsl';
import pointwise from './kernels/pointwise.wgsl';
import matmulPreamble from './kernels/preambles/matmul.wgsl';
import rotary from './kernels/rotary.wgsl';
import softmax from './kernels/softmax.wgsl';
import softmaxSubgroup from './kernels/softmax-subgroup.wgsl';
import sparseAttention from './kernels/sparse-attention.wgsl';

/** The text of every kernel, by the name of its file. */
export const kernels = {
  'flash-attention': flashAttention,
  gather,
  'loss-surface': lossSurface,
  matmul,
  'matmul-tiled': matmulTiled,
  'matmul-vec4': matmulVec4,
  'moe-combine': moeCombine,
  'moe-count': moeCount,
  'moe-gate': moeGate,
  'moe-product': moeProduct,
  'moe-rank': moeRank,
  'moe-rank-by-weight': moeRankByWeight,
  'moe-scan': moeScan,
  'moe-scatter': moeScatter,
  'moe-statistics': moeStatistics,
  normalize,
  pointwise,
  rotary,
  softmax,
  'softmax-subgroup': softmaxSubgroup,
  'sparse-attention': sparseAttention,
};

/** What stands before the text of every kernel of a family, by the name of its file. */
export const preambles = { 'preambles/matmul': matmulPreamble };

export type KernelName = keyof typeof kernels;
export type PreambleName = keyof typeof preambles;
export type KernelSources = Readonly<Record<KernelName | PreambleName, string>>;
