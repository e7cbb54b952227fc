import { solveMla } from '../../../src/core/demos/mla/mla-problem';
import { type MlaSetup, mlaSetup } from '../../../src/core/demos/mla/mla-setup';
import type { PreparedDemo } from '../../../src/core/demos/run-demo';
import { type CacheShape, cacheBytes, cacheElements } from '../../../src/core/reference/kv-cache';
import { element } from '../../dom';
import type { DemoModule, Shown, Table } from '../demo-view';
import { type Bar, bars } from '../parts/bars';
import { inWords } from '../parts/in-words';
import { flat } from '../results/results-demo';

type Prepared = Extract<PreparedDemo, { kind: 'mla' }>;

/** The cache of latent attention beside those of its kin, with the arithmetic spelt out. */
export const mlaDemo: DemoModule<Prepared, null> = {
  knobs: [
    { path: 'preset' },
    { path: 'context', slider: { min: 1024, max: 1_048_576, log: true } },
    { path: 'kv_rank', slider: { min: 64, max: 2048, step: 64 } },
    { path: 'rope_dim', slider: { min: 2, max: 256, step: 2 } },
    { path: 'layers', slider: { min: 1, max: 128 } },
    { path: 'cache_bits', slider: { min: 4, max: 32 } },
  ],
  viewKeys: [],
  valuesInForce({ values }) {
    const { heads, headWidth, latentRank, queryRank, ropeWidth, layers, context, bits } = mlaSetup(values, () => {});
    return {
      ...{ preset: 'deepseek-v2', heads, head_dim: headWidth, kv_rank: latentRank, q_rank: queryRank },
      ...{ rope_dim: ropeWidth, layers, context, cache_bits: bits, ...flat(values) },
    };
  },
  *solve({ problem }) {
    yield;
    return { results: solveMla(problem), trace: null };
  },
  createView() {
    const root = element('div', { class: 'mla' });
    let shown: Shown<Prepared, null> | undefined;
    let picture: SVGSVGElement | undefined;
    return {
      root,
      update(next) {
        shown = next;
        const { setup } = next.prepared.problem;
        const caches = cachesOf(setup);
        const name = `Bytes of cache at a context of ${setup.context} tokens`;
        picture = bars(name, caches.map(barOf(setup)), next.theme);
        root.replaceChildren(
          section(name, picture),
          section(
            'Elements a token, spelt out',
            list(caches.map((cache) => `${cache.name}: ${cache.sum} = ${whole(cache.elements)}`)),
          ),
          section('How much smaller?', list(answers(setup, next.results))),
          section(
            'Two forms, one result',
            element(
              'p',
              {},
              'The expanded form makes keys and values of every token; the absorbed form never does, and answers from the ',
              'latents alone. On a small seeded example of these ranks the two differ by at most ',
              `${inWords(next.results.max_abs_error as number)}.`,
            ),
          ),
        );
      },
      picture: () => picture,
      table: (): Table => {
        const setup = shown?.prepared.problem.setup;
        const rows = setup ? cachesOf(setup).map((c) => [c.name, c.elements, c.bytes, c.bytes * setup.context]) : [];
        return { columns: ['cache', 'elements a token', 'bytes a token', 'bytes at the context'], rows };
      },
    };
  },
};

interface Cache {
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
    of(`GQA, ${groups} groups`, { kind: 'gqa', groups, headWidth, layers }),
    of('MHA', { kind: 'mha', heads, headWidth, layers }),
    of(`against: ${against.shape.kind.toUpperCase()}`, against.shape, against.bits),
  ];
}

function sumOf(shape: CacheShape): string {
  if (shape.kind === 'mla') return `(${shape.latentRank} + ${shape.ropeWidth}) · ${shape.layers}`;
  if (shape.kind === 'mqa') return `2 · ${shape.headWidth} · ${shape.layers}`;
  return `2 · ${shape.kind === 'gqa' ? shape.groups : shape.heads} · ${shape.headWidth} · ${shape.layers}`;
}

const barOf =
  ({ context }: MlaSetup) =>
  ({ name, bytes, ours }: Cache): Bar => ({
    ...{ name, value: bytes * context, text: memory(bytes * context) },
    ...(ours && { ours }),
  });

function answers({ against, bits }: MlaSetup, results: Shown['results']): string[] {
  const percent = (key: string) => `${(100 * (results[key] as number)).toFixed(2)}%`;
  const other = against.shape.kind.toUpperCase();
  return [
    `${percent('reduction_vs_mha')} fewer elements than MHA of the same shape.`,
    `${percent('reduction_elements')} fewer elements than the ${other} it is compared with.`,
    `${percent('reduction_bytes')} fewer bytes than it, with ${bits} bits here and ${against.bits} there.`,
  ];
}

/** Bytes in the largest unit that leaves a number of at least one. */
export function memory(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const unit = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${inWords(bytes / 1024 ** unit)} ${units[unit]}`;
}

const whole = (value: number): string => value.toLocaleString('en');

const section = (title: string, ...children: (HTMLElement | SVGElement)[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);

const list = (lines: readonly string[]): HTMLElement =>
  element('ul', { class: 'sums' }, ...lines.map((line) => element('li', {}, line)));
