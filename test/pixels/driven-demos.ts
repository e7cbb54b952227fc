import type { Frame } from 'playwright-core';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import type { DemoResults } from '../../src/core/demos/result';
import { inWords } from '../../webview/demos/parts/in-words';
import { inBytes, inCount, inFlops, inSeconds } from '../../webview/demos/parts/units';

/** One demo of the laboratory: the knob that is turned, and the numbers on the screen that follow it. */
export interface DrivenDemo {
  readonly kind: DemoKind;
  /** Its file in the laboratory; demos.md unless given. */
  readonly file?: string;
  /** Set where all is arithmetic, in which no kernel has a part. */
  readonly arithmetic?: boolean;
  /** A key of its fence that stands once in the file, with the number it has there. */
  readonly knob: { readonly key: string; readonly value: number; readonly turnedTo: number };
  /** Numbers as they stand in the panel. */
  shown(panel: Frame): Promise<string[]>;
  /** The same numbers of the reference, in the same words. */
  expected(results: DemoResults): string[];
}

const texts = (panel: Frame, selector: string): Promise<string[]> => panel.locator(selector).allTextContents();
/** The cells of a view's table of numbers; of one column, counted from the left. */
const cells = (panel: Frame, table: number, column?: number): Promise<string[]> => {
  const row = panel.locator('.demo-view .number-table').nth(table).locator('tbody tr');
  return row.locator(column === undefined ? 'td' : `td:nth-child(${column})`).allTextContents();
};
const words = (numbers: unknown): string[] => (numbers as number[]).map((value) => inWords(value));
const percents = (numbers: unknown): string[] => (numbers as number[]).map((share) => `${inWords(100 * share)} %`);

export const drivenDemos: readonly DrivenDemo[] = [
  {
    kind: 'attention',
    knob: { key: 'temperature', value: 2, turnedTo: 0.5 },
    shown: (panel) => cells(panel, 0),
    expected: ({ weights }) => words((weights as number[][][])[0]!.flat()),
  },
  {
    kind: 'moe',
    knob: { key: 'top_k', value: 2, turnedTo: 4 },
    shown: async (panel) => [
      ...(await cells(panel, 0, 2)),
      ...(await cells(panel, 0, 6)),
      ...(await cells(panel, 1, 3)),
    ],
    expected: ({ experts, weights, load }) => [
      ...(experts as number[][])[0]!.map((expert) => `expert ${expert}`),
      ...words((weights as number[][])[0]),
      ...words(load),
    ],
  },
  {
    kind: 'mla',
    knob: { key: 'layers', value: 6, turnedTo: 30 },
    shown: async (panel) => [
      ...(await texts(panel, '.mla .sums li')).slice(0, 1).map((line) => line.split(' = ').at(-1)!),
      ...(await texts(panel, '.mla .sums')).flatMap((list) => list.match(/\d+\.\d+%/g) ?? []),
    ],
    expected: ({ kv_elements_per_token, reduction_vs_mha, reduction_elements }) => [
      (kv_elements_per_token as number).toLocaleString('en'),
      // With as many bits on both sides elements and bytes are one answer.
      ...[reduction_vs_mha, reduction_elements].map((share) => `${(100 * Number(share)).toFixed(2)}%`),
    ],
  },
  {
    kind: 'scaling-law',
    knob: { key: 'compute', value: 5.76e23, turnedTo: 1e21 },
    shown: async (panel) =>
      (await texts(panel, '.scaling-law .sums li')).map((line) => /: (\S+)/.exec(line)?.[1] ?? line),
    expected: ({ a, n_opt, d_opt, tokens_per_param, loss }) => words([a, n_opt, d_opt, tokens_per_param, loss]),
  },
  {
    kind: 'transformer',
    knob: { key: 'temperature', value: 0.5, turnedTo: 3 },
    shown: async (panel) => [
      ...(await texts(panel, '.transformer .next-token strong')),
      ...(await texts(panel, '.transformer svg[aria-label^="Probabilities"] text:nth-of-type(2n)')),
    ],
    expected: ({ next, probabilities }) => [
      next as string,
      ...percents([...(probabilities as number[])].sort((a, b) => b - a)),
    ],
  },
  {
    kind: 'sampling',
    arithmetic: true,
    knob: { key: 'k', value: 10, turnedTo: 40 },
    shown: async (panel) => (await texts(panel, '.sampling .sums')).flatMap((list) => list.match(/[\d.e-]+%/g) ?? []),
    expected: ({
      accuracy,
      pass_at_k,
      pass_at_k_low,
      pass_at_k_high,
      majority,
      majority_limit,
      best_of,
      best_of_limit,
    }) => {
      const share = (value: unknown) => `${inWords(100 * Number(value))}%`;
      const interval = [share(0.95), share(pass_at_k_low), share(pass_at_k_high)];
      const rest = [majority, majority_limit, best_of, best_of_limit, 0.45].map(share);
      return [share(accuracy), share(pass_at_k), ...interval, ...rest];
    },
  },
  {
    kind: 'collective',
    arithmetic: true,
    knob: { key: 'bytes', value: 1e9, turnedTo: 1e6 },
    shown: async (panel) => [
      ...(await texts(panel, '.collective .sums li'))
        .slice(0, 3)
        .flatMap((line) => line.match(/[\d.]+ (?:[GMk]?B|[mµ]?s)\b/g) ?? []),
      ...(await texts(panel, '.collective .choices + p')).map((line) => /^Step 1 of (\d+)/.exec(line)?.[1] ?? line),
    ],
    expected: ({ ranks, steps, bytes_per_rank, inter_bytes, seconds }) => [
      inBytes((Number(bytes_per_rank) * Number(ranks)) / Number(steps)),
      ...[inBytes(Number(bytes_per_rank)), inBytes(Number(inter_bytes)), inSeconds(Number(seconds))],
      `${steps}`,
    ],
  },
  {
    kind: 'growth',
    arithmetic: true,
    knob: { key: 'until', value: 8, turnedTo: 12 },
    shown: async (panel) => (await cells(panel, 0)).slice(-6),
    expected: ({ values }) => words(values),
  },
  {
    kind: 'precision',
    knob: { key: 'terms', value: 1024, turnedTo: 256 },
    shown: async (panel) =>
      (await texts(panel, '.precision .sums li')).flatMap((line) => line.match(/[\d.e-]+%/g) ?? []),
    expected: ({ product_error, rounding_error, accumulation_error }) => {
      const share = (value: unknown) => `${inWords(100 * Number(value), 3)}%`;
      return [share(product_error), share(rounding_error), share(accumulation_error)];
    },
  },
  {
    kind: 'loss-curve',
    arithmetic: true,
    knob: { key: 'bad_scale', value: 10, turnedTo: 40 },
    shown: async (panel) =>
      (await texts(panel, '.loss-curve .sums li')).slice(2).map((line) => /: (\d+)$/.exec(line)?.[1] ?? line),
    expected: ({ cost_wait, cost_skip, cost_roll_back, cost_lower_rate }) =>
      [cost_wait, cost_skip, cost_roll_back, cost_lower_rate].map(String),
  },
  {
    kind: 'model-size',
    arithmetic: true,
    knob: { key: 'layers', value: 24, turnedTo: 48 },
    shown: async (panel) =>
      (await texts(panel, '.model-size .sums li')).flatMap(
        (line) =>
          /^(?:Parameters|A forward pass): ([\d.]+ ?\w+)|holds ([\d.]+ \w+)/.exec(line)?.slice(1).filter(Boolean) ?? [],
      ),
    expected: ({ parameters, flops_per_token, device_bytes }) => [
      inCount(Number(parameters)),
      ...[inFlops(Number(flops_per_token)), inBytes(Number(device_bytes))],
    ],
  },
  {
    kind: 'multi-token',
    arithmetic: true,
    knob: { key: 'draft', value: 4, turnedTo: 8 },
    shown: async (panel) =>
      (await texts(panel, '.multi-token .sums li'))
        .slice(0, 2)
        .map((line) => /: (\S+?),?(?:\s|$)/.exec(line)?.[1] ?? line),
    expected: ({ tokens_per_pass, speed_up }) => words([tokens_per_pass, speed_up]),
  },
  {
    ...{ kind: 'moe', file: 'recorded.md' },
    knob: { key: 'scale', value: 2, turnedTo: 0.5 },
    shown: async (panel) => [...(await cells(panel, 0, 6)), ...(await cells(panel, 1, 5))],
    expected: ({ weights, recorded_load }) => [...words((weights as number[][])[0]), ...words(recorded_load)],
  },
  {
    ...{ kind: 'attention', file: 'recorded.md' },
    knob: { key: 'temperature', value: 2, turnedTo: 0.5 },
    shown: async (panel) => [...(await cells(panel, 0)), ...(await cells(panel, 2))],
    expected: ({ recorded_weights, recorded_entropy, entropy }) => [
      ...words((recorded_weights as number[][][])[0]!.flat()),
      ...words((entropy as number[][])[0]!.flatMap((own, i) => [own, (recorded_entropy as number[][])[0]![i]!])),
    ],
  },
  {
    ...{ kind: 'multi-token', file: 'recorded.md' },
    arithmetic: true,
    knob: { key: 'draft', value: 2, turnedTo: 3 },
    shown: async (panel) =>
      (await texts(panel, '.multi-token .sums li')).flatMap(
        (line) => /^Measured: (\S+%).*, (\S+) tokens a pass/.exec(line)?.slice(1) ?? [],
      ),
    expected: ({ measured_acceptance, measured_tokens_per_pass }) => [
      `${inWords(100 * Number(measured_acceptance), 3)}%`,
      inWords(Number(measured_tokens_per_pass)),
    ],
  },
];
