import { Gpu } from '../../../../webview/gpu/gpu';
import type { KernelName, KernelSources } from '../../../../webview/gpu/kernels';

/** One test. It fails by throwing, and is skipped by throwing a `Skipped`. */
export interface Case {
  readonly title: string;
  /** The kernels whose breaking it would notice. */
  readonly kernels: readonly KernelName[];
  readonly run: (gpu: Gpu) => Promise<void>;
}

export interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly message?: string;
  readonly milliseconds?: number;
}

export class Skipped extends Error {}

/** Cases that need a device, each given the one that all share. */
export const deviceCases: Case[] = [];

/** Cases that open what they need themselves. */
export const otherCases: Case[] = [];

let group = '';

/** Puts a heading before the titles of the cases made inside. */
export function describe(title: string, body: () => void): void {
  group = title;
  body();
  group = '';
}

/** A test of kernels: `run` gets a device, and compares with the reference. */
export function kernelCase(kernels: KernelName | readonly KernelName[], title: string, run: Case['run']): void {
  deviceCases.push({ title: `${group}: ${title}`, kernels: [kernels].flat(), run });
}

export function it(title: string, run: () => Promise<void>): void {
  otherCases.push({ title: `${group}: ${title}`, kernels: [], run });
}

/** A device within the portable floor, so that what passes here fits everywhere. Skips where there is no adapter. */
export async function openGpu(kernels: Partial<KernelSources> = {}): Promise<Gpu> {
  const gpu = await Gpu.open({ portable: true, kernels });
  if (typeof gpu === 'string') throw new Skipped(gpu);
  return gpu;
}

export interface RunOptions {
  /** Runs only cases whose titles contain this. */
  readonly grep?: string;
  /** Whether it is a failure that there is no adapter. */
  readonly adapterExpected: boolean;
  readonly onResult: (result: TestResult) => void;
}

export async function runCases({ grep = '', adapterExpected, onResult }: RunOptions): Promise<void> {
  const wanted = ({ title }: Case) => title.includes(grep);
  const adapter = await Gpu.open();
  if (typeof adapter === 'string') {
    onResult({ title: 'the suite', state: adapterExpected ? 'failed' : 'skipped', message: adapter });
    return;
  }
  adapter.destroy();
  const onDevice = deviceCases.filter(wanted);
  if (onDevice.length > 0) {
    const gpu = await openGpu();
    for (const one of onDevice) onResult(await outcome(one, gpu));
    gpu.destroy();
  }
  for (const one of otherCases.filter(wanted)) onResult(await outcome(one, undefined as never));
}

async function outcome({ title, run }: Case, gpu: Gpu): Promise<TestResult> {
  const started = performance.now();
  try {
    await run(gpu);
    return { title, state: 'passed', milliseconds: performance.now() - started };
  } catch (error) {
    if (error instanceof Skipped) return { title, state: 'skipped', message: error.message };
    return { title, state: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
