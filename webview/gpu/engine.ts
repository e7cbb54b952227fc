import { say } from '../../src/core/l10n/say';
import { cpuOperations } from './cpu-operations';
import { DeviceLostError, EngineError } from './errors';
import { Gpu, type GpuOptions } from './gpu';
import { gpuOperations } from './gpu-operations';
import type { Operations } from './operations';

export type Backend =
  | {
      readonly kind: 'webgpu';
      /** What the adapter calls itself. */
      readonly adapter: string;
      /** Whether the adapter runs on the processor, like SwiftShader. */
      readonly software: boolean;
      /** Whether operands of products and flash attention are f16. */
      readonly f16: boolean;
      readonly subgroups: boolean;
    }
  | {
      readonly kind: 'cpu';
      /** Why there is no GPU, in one sentence. */
      readonly reason: string;
    };

export interface Answer<T> {
  readonly result: T;
  /** Where it was computed. */
  readonly backend: Backend;
  /** From the call to the result, without the wait for earlier calls. */
  readonly milliseconds: number;
  /** The adapter's own work by its own clock, where it has one. */
  readonly gpuMilliseconds?: number;
}

type Answering = {
  readonly [K in keyof Operations]: (
    ...operands: Parameters<Operations[K]>
  ) => Promise<Answer<Awaited<ReturnType<Operations[K]>>>>;
};

export interface EngineOptions extends GpuOptions {
  /** `cpu` never asks for an adapter. */
  readonly backend?: 'auto' | 'cpu';
  /** Operands of products and of flash attention as f16 where the adapter can: half the memory, NMSE up to 5e-4. */
  readonly f16?: boolean;
  /** Hears, in one sentence, when the device was lost and what was done about it. */
  readonly onNotice?: (sentence: string) => void;
}

/**
 * Computes what lessons show. Calls are carried out one after the other. A device that is lost in the middle of one is
 * opened anew and the call repeated; if that fails twice, or there never was a device, it is the float64 reference that
 * answers, and the answer says so.
 */
export interface Engine extends Answering {
  /** What the next call will run on. */
  readonly backend: Backend;
  /** The same engine, its calls breaking off with the signal's reason when it is aborted. */
  within(signal: AbortSignal): Answering;
  /** Loses the device as a driver reset would, to see that this is survived. */
  loseDevice(): void;
  close(): void;
}

const names = [
  'matmul',
  'attention',
  'flashAttention',
  'sparseAttention',
  'latentAttention',
  'route',
  'mixtureOfExperts',
  'transformer',
  'transformerLogits',
  'lossSurface',
] as const satisfies readonly (keyof Operations)[];

export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const host = new Host(options);
  await host.open();
  return {
    ...answering(host),
    get backend() {
      return host.backend;
    },
    within: (signal) => answering(host, signal),
    loseDevice: () => host.lose(),
    close: () => host.close(),
  };
}

function answering(host: Host, signal?: AbortSignal): Answering {
  const entries = names.map((name) => [
    name,
    (...operands: never[]) =>
      host.answer((operations) => (operations[name] as (...all: never[]) => Promise<unknown>)(...operands), signal),
  ]);
  return Object.fromEntries(entries) as Answering;
}

/** Devices that may be lost during one call before the reference takes over. */
const attempts = 2;

/** Holds the device, and the queue of calls before it. */
class Host {
  readonly #options: EngineOptions;
  #gpu: Gpu | string = say`The engine is not open yet.`;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    this.#gpu =
      this.#options.backend === 'cpu'
        ? say`The CPU was asked for.`
        : await Gpu.open({ ...this.#options, f16: this.#options.f16 ?? false });
  }

  get backend(): Backend {
    if (typeof this.#gpu === 'string') return { kind: 'cpu', reason: this.#gpu };
    const { adapter, software, features } = this.#gpu;
    return { kind: 'webgpu', adapter, software, f16: features.f16, subgroups: features.subgroups };
  }

  answer<T>(operation: (operations: Operations) => Promise<T>, signal?: AbortSignal): Promise<Answer<T>> {
    const answer = this.#queue.then(() => this.#run(operation, signal));
    this.#queue = answer.catch(() => {});
    return answer;
  }

  lose(): void {
    if (typeof this.#gpu !== 'string') this.#gpu.device.destroy();
  }

  close(): void {
    this.#closed = true;
    if (typeof this.#gpu !== 'string') this.#gpu.destroy();
    this.#gpu = say`The engine is closed.`;
  }

  async #run<T>(operation: (operations: Operations) => Promise<T>, signal?: AbortSignal): Promise<Answer<T>> {
    for (let attempt = 0; ; attempt++) {
      if (this.#closed) throw new EngineError('The engine is closed.');
      signal?.throwIfAborted();
      if (typeof this.#gpu !== 'string' && this.#gpu.isLost) await this.#reopen(attempt);
      const [backend, gpu, started] = [this.backend, this.#gpu, performance.now()];
      let gpuMilliseconds: number | undefined;
      const onTimed = (time: number | undefined) => {
        gpuMilliseconds = time;
      };
      const operations =
        typeof gpu === 'string' ? cpuOperations : gpuOperations(gpu, { signal, f16: this.#options.f16, onTimed });
      try {
        const result = await operation(operations);
        const milliseconds = performance.now() - started;
        return { result, backend, milliseconds, ...(gpuMilliseconds !== undefined && { gpuMilliseconds }) };
      } catch (error) {
        if (!(error instanceof DeviceLostError) || this.#closed) throw error;
      }
    }
  }

  async #reopen(attempt: number): Promise<void> {
    if (attempt >= attempts) this.#gpu = say`The GPU device was lost again and again; the CPU has taken over.`;
    else await this.open();
    const { backend } = this;
    this.#options.onNotice?.(
      backend.kind === 'cpu'
        ? say`The GPU device was lost. ${backend.reason}`
        : say`The GPU device was lost and opened anew (${backend.adapter}).`,
    );
  }
}
