import type { DraftHead } from '../../reference/speculative/draft-head';
import { Tensor } from '../../reference/tensor';
import type { FeedForward, Linear, Norm, TransformerModel } from '../../reference/transformer';
import { readDigits, writeDigits } from './digit-weights';
import { readFloats, writeFloats } from './float-weights';
import type { LanguageModel } from './language-model';

/** A trained model as it is shipped: JSON with the weights as text. */
export interface ModelFile {
  readonly format: 1;
  readonly name: string;
  readonly about: string;
  readonly example: string;
  readonly vocabulary: readonly string[];
  /** Letters are read as small ones. */
  readonly lowerCase: boolean;
  readonly context: number;
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  /** When each feed-forward layer is this many experts with so many channels, `chosen` of them for each token. */
  readonly experts?: { readonly count: number; readonly chosen: number; readonly hidden: number };
  /** Of a weight; 32 unless given. */
  readonly bits?: WeightBits;
  /** Of the head that drafts tokens, stored likewise: channels of its layer, and its weights. */
  readonly draft?: { readonly hidden: number; readonly weights: string };
  /** In the order of `tensorsOf`, written as `storages` has it. */
  readonly weights: string;
}

/** 32: floats. 6: one digit each, to which the weights are rounded. */
export type WeightBits = keyof typeof storages;

const storages = {
  6: { write: writeDigits, read: readDigits },
  32: { write: writeFloats, read: readFloats },
};

/** Reads a model from the text of its file. Throws when that is none, or not all there. */
export function readModel(json: string): LanguageModel {
  const file = JSON.parse(json) as ModelFile;
  if (file.format !== 1) throw new Error(`cannot read a model of format ${file.format}`);
  const network = emptyNetwork(file);
  storages[file.bits ?? 32].read(file.weights, tensorsOf(network));
  const { name, about, example, vocabulary, lowerCase, context } = file;
  const draft = file.draft && emptyDraft(file.width, file.draft.hidden);
  if (draft) storages[file.bits ?? 32].read(file.draft!.weights, draftTensorsOf(draft));
  return { name, about, example, vocabulary, lowerCase, context, network, ...(draft && { draft }) };
}

/** The file of a model, its weights rounded to so many bits. */
export function writeModel(model: LanguageModel, bits: WeightBits = 32): string {
  const { network, draft, ...rest } = model;
  const sizes = { layers: network.blocks.length, heads: network.heads, width: network.tokenEmbedding.size(1) };
  const [first] = network.blocks;
  const routed = first && 'router' in first && first;
  const file: ModelFile = {
    ...{ format: 1, ...rest, ...sizes },
    ...(routed && {
      experts: { count: routed.experts.length, chosen: routed.topK, hidden: routed.experts[0]!.up.weight.size(0) },
    }),
    ...(bits !== 32 && { bits }),
    ...(draft && {
      draft: { hidden: draft.up.weight.size(0), weights: storages[bits].write(draftTensorsOf(draft)) },
    }),
    weights: storages[bits].write(tensorsOf(network)),
  };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/** A network of the file's sizes, all weights 0. */
function emptyNetwork({ vocabulary, context, layers, heads, width, experts }: ModelFile): TransformerModel {
  const zeros = (...shape: number[]) => new Tensor(shape);
  const norm = () => ({ gain: zeros(width), shift: zeros(width) });
  const linear = (outer: number, inner: number) => ({ weight: zeros(outer, inner), bias: zeros(outer) });
  const feedForward = (hidden: number) => ({ up: linear(hidden, width), down: linear(width, hidden) });
  const tables = { tokenEmbedding: zeros(vocabulary.length, width), positionEmbedding: zeros(context, width) };
  const blocks = Array.from({ length: layers }, () => ({
    attentionNorm: norm(),
    queryKeyValue: linear(3 * width, width),
    attentionOutput: linear(width, width),
    feedForwardNorm: norm(),
    ...(experts
      ? {
          ...{ router: zeros(experts.count, width), topK: experts.chosen },
          experts: Array.from({ length: experts.count }, () => feedForward(experts.hidden)),
        }
      : feedForward(4 * width)),
  }));
  return { heads, ...tables, blocks, finalNorm: norm(), head: zeros(vocabulary.length, width) };
}

function emptyDraft(width: number, hidden: number): DraftHead {
  const linear = (outer: number, inner: number) => ({ weight: new Tensor([outer, inner]), bias: new Tensor([outer]) });
  return { up: linear(hidden, 2 * width), down: linear(width, hidden) };
}

const draftTensorsOf = ({ up, down }: DraftHead): Tensor[] => [up.weight, up.bias, down.weight, down.bias];

/** All weights, in the order of the file. */
export function tensorsOf({ tokenEmbedding, positionEmbedding, blocks, finalNorm, head }: TransformerModel): Tensor[] {
  const ofLinear = ({ weight, bias }: Linear) => [weight, bias];
  const ofNorm = ({ gain, shift }: Norm) => [gain, shift];
  const ofFeedForward = ({ up, down }: FeedForward) => [...ofLinear(up), ...ofLinear(down)];
  const ofBlocks = blocks.flatMap((block) => [
    ...ofNorm(block.attentionNorm),
    ...ofLinear(block.queryKeyValue),
    ...ofLinear(block.attentionOutput),
    ...ofNorm(block.feedForwardNorm),
    ...('router' in block ? [block.router, ...block.experts.flatMap(ofFeedForward)] : ofFeedForward(block)),
  ]);
  return [tokenEmbedding, positionEmbedding, ...ofBlocks, ...ofNorm(finalNorm), head];
}
