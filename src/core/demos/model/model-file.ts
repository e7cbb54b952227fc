import { Tensor } from '../../reference/tensor';
import type { TransformerModel } from '../../reference/transformer';
import { fromBase64, toBase64 } from './base64';
import type { LanguageModel } from './language-model';

/** A trained model as it is shipped: JSON with the weights as base64 of 32-bit floats, little end first. */
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
  /** In the order of `tensorsOf`. */
  readonly weights: string;
}

/** Reads a model from the text of its file. Throws when that is none, or not all there. */
export function readModel(json: string): LanguageModel {
  const file = JSON.parse(json) as ModelFile;
  if (file.format !== 1) throw new Error(`cannot read a model of format ${file.format}`);
  const bytes = fromBase64(file.weights);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const network = buildNetwork(file, file.vocabulary.length, (shape) =>
    Tensor.generate(shape, () => {
      at += 4;
      return view.getFloat32(at - 4, true);
    }),
  );
  if (at !== bytes.length) throw new Error(`${file.name} holds ${bytes.length} bytes of weights, not ${at}`);
  const { name, about, example, vocabulary, lowerCase, context } = file;
  return { name, about, example, vocabulary, lowerCase, context, network };
}

/** The file of a model. */
export function writeModel(model: LanguageModel): string {
  const { network, ...rest } = model;
  const tensors = tensorsOf(network);
  const bytes = new Uint8Array(4 * tensors.reduce((sum, { data }) => sum + data.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { data } of tensors)
    for (const value of data) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  const sizes = { layers: network.blocks.length, heads: network.heads, width: network.tokenEmbedding.size(1) };
  const file: ModelFile = { format: 1, ...rest, ...sizes, weights: toBase64(bytes) };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

function buildNetwork(
  { context, layers, heads, width }: Pick<ModelFile, 'context' | 'layers' | 'heads' | 'width'>,
  vocabulary: number,
  next: (shape: readonly number[]) => Tensor,
): TransformerModel {
  const norm = () => ({ gain: next([width]), shift: next([width]) });
  const linear = (outer: number, inner: number) => ({ weight: next([outer, inner]), bias: next([outer]) });
  const tables = { tokenEmbedding: next([vocabulary, width]), positionEmbedding: next([context, width]) };
  const blocks = Array.from({ length: layers }, () => ({
    attentionNorm: norm(),
    queryKeyValue: linear(3 * width, width),
    attentionOutput: linear(width, width),
    feedForwardNorm: norm(),
    up: linear(4 * width, width),
    down: linear(width, 4 * width),
  }));
  return { heads, ...tables, blocks, finalNorm: norm(), head: next([vocabulary, width]) };
}

/** All weights, in the order of the file. */
function tensorsOf({ tokenEmbedding, positionEmbedding, blocks, finalNorm, head }: TransformerModel): Tensor[] {
  const ofBlocks = blocks.flatMap((block) => [
    ...[block.attentionNorm.gain, block.attentionNorm.shift, block.queryKeyValue.weight, block.queryKeyValue.bias],
    ...[
      block.attentionOutput.weight,
      block.attentionOutput.bias,
      block.feedForwardNorm.gain,
      block.feedForwardNorm.shift,
    ],
    ...[block.up.weight, block.up.bias, block.down.weight, block.down.bias],
  ]);
  return [tokenEmbedding, positionEmbedding, ...ofBlocks, finalNorm.gain, finalNorm.shift, head];
}
