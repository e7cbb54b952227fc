import type { MlaSetup } from '../../../src/core/demos/mla/mla-setup';
import { say } from '../../../src/core/l10n/say';
import { type CacheShape, cacheBytes, cacheElements } from '../../../src/core/reference/kv-cache';
import { inWords } from '../parts/in-words';

/** A cache with its arithmetic: elements and bytes a token over all layers. */
export interface Cache {
  readonly name: string;
  readonly sum: string;
  readonly elements: number;
  readonly bytes: number;
  readonly ours?: boolean;
}

/** Ours, its kin of the same shape, and what the lesson compares with. */
export function cachesOf({ heads, headWidth, latentRank, ropeWidth, layers, bits, against }: MlaSetup): Cache[] {
  const groups = Math.min(8, heads);
  const of = (name: string, shape: CacheShape, at = bits): Cache => ({
    ...{ name, sum: sumOf(shape), elements: cacheElements(shape), bytes: cacheBytes(shape, at) },
  });
  return [
    { ...of('MLA', { kind: 'mla', latentRank, ropeWidth, layers }), ours: true },
    of('MQA', { kind: 'mqa', headWidth, layers }),
    of(say`GQA, ${groups} groups`, { kind: 'gqa', groups, headWidth, layers }),
    of('MHA', { kind: 'mha', heads, headWidth, layers }),
    of(say`against: ${against.shape.kind.toUpperCase()}`, against.shape, against.bits),
  ];
}

function sumOf(shape: CacheShape): string {
  if (shape.kind === 'mla') return `(${shape.latentRank} + ${shape.ropeWidth}) · ${shape.layers}`;
  if (shape.kind === 'mqa') return `2 · ${shape.headWidth} · ${shape.layers}`;
  return `2 · ${shape.kind === 'gqa' ? shape.groups : shape.heads} · ${shape.headWidth} · ${shape.layers}`;
}

/** Bytes in the largest unit that leaves a number of at least one. */
export function memory(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const unit = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${inWords(bytes / 1024 ** unit)} ${units[unit]}`;
}
