import { BufferPool } from './buffer-pool';
import { type DeviceOptions, type Features, type OpenDevice, openDevice } from './device';
import { DeviceLostError, EngineError } from './errors';
import { type KernelSources, kernels, preambles } from './kernels';
import { Pace } from './pace';
import { Pipelines } from './pipelines';

export interface GpuOptions extends DeviceOptions {
  /** Where adapters come from: `navigator.gpu`, or Dawn's own under Node. */
  readonly gpu?: GPU | undefined;
  /** Kernels in place of the built-in ones. */
  readonly kernels?: Partial<KernelSources>;
}

/** One device with what has been made on it: compiled kernels and buffers to use again. */
export class Gpu {
  readonly device: GPUDevice;
  readonly adapter: string;
  readonly software: boolean;
  readonly features: Features;
  readonly pipelines: Pipelines;
  readonly buffers: BufferPool;
  readonly pace: Pace;
  readonly #waiting = new Set<(error: DeviceLostError) => void>();
  #loss: DeviceLostError | undefined;
  #errors: string[] = [];

  private constructor({ device, adapter, software, features }: OpenDevice, sources: KernelSources) {
    this.device = device;
    this.adapter = adapter;
    this.software = software;
    this.features = features;
    this.pipelines = new Pipelines(device, sources);
    this.buffers = new BufferPool(device);
    this.pace = new Pace(software);
    device.onuncapturederror = ({ error }) => this.#errors.push(error.message);
    device.lost.then(({ reason, message }) => {
      this.#loss = new DeviceLostError(`The GPU device was lost (${reason}): ${message}`);
      for (const reject of this.#waiting) reject(this.#loss);
    });
  }

  /** Opens a device, or says in one sentence why there is none. */
  static async open(options: GpuOptions = {}): Promise<Gpu | string> {
    const gpu = 'gpu' in options ? options.gpu : globalThis.navigator?.gpu;
    const opened = await openDevice(gpu, options);
    return typeof opened === 'string' ? opened : new Gpu(opened, { ...kernels, ...preambles, ...options.kernels });
  }

  get isLost(): boolean {
    return this.#loss !== undefined;
  }

  /** Waits for something on the device, but not beyond the loss of it: then rejects with a DeviceLostError. */
  until<T>(something: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#loss) {
        reject(this.#loss);
        return;
      }
      this.#waiting.add(reject);
      const settled = () => this.#waiting.delete(reject);
      something.then(
        (value) => {
          settled();
          resolve(value);
        },
        (error: unknown) => {
          // What breaks off because the device goes may be heard of a moment before the loss itself.
          if (error instanceof EngineError) reject(error);
          else setTimeout(() => reject(error), 50);
          setTimeout(settled, 50);
        },
      );
    });
  }

  /** Throws what the device has complained about since the last time. */
  throwErrors(): void {
    const [first] = this.#errors;
    this.#errors = [];
    if (first !== undefined) throw new EngineError(`WebGPU reports: ${first}`);
  }

  /** Frees everything. The device counts as lost from then on. */
  destroy(): void {
    this.buffers.destroy();
    this.device.destroy();
  }
}
