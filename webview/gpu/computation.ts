import { Tensor } from '../../src/core/reference/tensor';
import { bytesOf, type DeviceTensor, type ElementType, elements } from './device-tensor';
import { OutOfMemoryError } from './errors';
import type { Gpu } from './gpu';
import { toHalves } from './half';
import type { KernelName } from './kernels';
import { type Extent, sliceGrid } from './pace';
import type { Constants, Real } from './pipelines';
import { SubmitTimer } from './submit-timer';

/** A member of a kernel's `Sizes` after `origin`: a whole number, or one that the kernel reads as f32. */
export type Size = number | { readonly float: number };

export const float = (value: number): Size => ({ float: value });

export interface Dispatch {
  readonly kernel: KernelName;
  readonly constants?: Constants;
  readonly real?: Real;
  /** In the order of their bindings; the sizes come last of themselves. */
  readonly tensors: readonly DeviceTensor[];
  readonly sizes: readonly Size[];
  /** Workgroups along x, y and z, of any number: what is too much at once is cut up. */
  readonly groups: readonly [number, number?, number?];
  /** Operations in all, roughly. */
  readonly work: number;
}

const storage = 0x80 | 0x08 | 0x04; // STORAGE, COPY_DST, COPY_SRC
const uniform = 0x40 | 0x08; // UNIFORM, COPY_DST
const readable = 0x08 | 0x01; // COPY_DST, MAP_READ

/** Bytes between the sizes of two dispatches: the alignment that every adapter allows. */
const stride = 256;

/**
 * One computation on one device: tensors go up, dispatches are noted down, and `read` carries them out in their order.
 * Whatever it took is given back by `end`.
 */
export class Computation {
  readonly #taken: GPUBuffer[] = [];
  readonly #kept = new Set<GPUBuffer>();
  readonly #made: { tensor: DeviceTensor; error: Promise<GPUError | null> }[] = [];
  readonly #timer: SubmitTimer;
  #noted: Dispatch[] = [];
  #nothing: DeviceTensor | undefined;
  /** When the latest submit was done. */
  #previous: Promise<number> = Promise.resolve(0);

  constructor(
    readonly gpu: Gpu,
    readonly signal?: AbortSignal,
  ) {
    this.#timer = new SubmitTimer(gpu.device, gpu.features.timestamps);
  }

  /** A tensor of undefined contents. Throws an OutOfMemoryError for what the adapter can never hold. */
  allocate(name: string, shape: readonly number[], type: ElementType = 'f32'): DeviceTensor {
    const bytes = bytesOf(shape, type);
    const { maxBufferSize, maxStorageBufferBindingSize } = this.gpu.device.limits;
    const limit = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    if (bytes > limit) throw new OutOfMemoryError(name, shape, bytes, limit);
    let outcome: Promise<GPUError | null> | undefined;
    const buffer = this.gpu.buffers.take(bytes, storage, (error) => {
      outcome = error;
    });
    this.#taken.push(buffer);
    const tensor: DeviceTensor = { name, shape, type, buffer, bytes };
    if (outcome) this.#made.push({ tensor, error: outcome });
    return tensor;
  }

  /** Sends numbers up as f32, or as f16. */
  upload(name: string, { shape, data }: Pick<Tensor, 'shape' | 'data'>, real: Real = 'f32'): DeviceTensor {
    const tensor = this.allocate(name, shape, real);
    this.#write(tensor, real === 'f16' ? toHalves(data) : Float32Array.from(data));
    return tensor;
  }

  /** Sends whole numbers up: unsigned ones from a Uint32Array, signed ones from an Int32Array. */
  uploadIntegers(
    name: string,
    shape: readonly number[],
    data: Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>,
  ): DeviceTensor {
    const tensor = this.allocate(name, shape, data instanceof Int32Array ? 'i32' : 'u32');
    this.#write(tensor, data);
    return tensor;
  }

  /** Stands for an operand that a kernel was told not to read. */
  get nothing(): DeviceTensor {
    this.#nothing ??= this.allocate('nothing', [1]);
    return this.#nothing;
  }

  dispatch(dispatch: Dispatch): void {
    const [x, y = 1, z = 1] = dispatch.groups;
    if (x > 0 && y > 0 && z > 0) this.#noted.push(dispatch);
  }

  /** Keeps a tensor beyond the end of the computation; whoever asks gives its buffer back to the pool. */
  keep(tensor: DeviceTensor): DeviceTensor {
    this.#kept.add(tensor.buffer);
    return tensor;
  }

  /** Carries out what was noted. Resolves when the device has done it. */
  async finish(): Promise<void> {
    await this.#flush();
    await this.gpu.until(this.gpu.device.queue.onSubmittedWorkDone());
    this.gpu.throwErrors();
  }

  /** Carries out what was noted, and brings the bytes of tensors down. */
  async readBytes(...tensors: readonly DeviceTensor[]): Promise<ArrayBuffer[]> {
    await this.#flush();
    const { device, buffers } = this.gpu;
    const encoder = device.createCommandEncoder();
    const copies = tensors.map(({ buffer, bytes }) => {
      const copy = buffers.take(bytes, readable, () => {});
      encoder.copyBufferToBuffer(buffer, 0, copy, 0, bytes);
      return { copy, bytes };
    });
    device.queue.submit([encoder.finish()]);
    try {
      await this.gpu.until(Promise.all(copies.map(({ copy, bytes }) => copy.mapAsync(GPUMapMode.READ, 0, bytes))));
      this.gpu.throwErrors();
      return copies.map(({ copy, bytes }) => copy.getMappedRange(0, bytes).slice(0));
    } finally {
      for (const { copy } of copies) {
        copy.unmap();
        buffers.give(copy);
      }
    }
  }

  /** Carries out what was noted, and brings tensors of f32 down. */
  async read(...tensors: readonly DeviceTensor[]): Promise<Tensor[]> {
    const bytes = await this.readBytes(...tensors);
    return tensors.map(({ shape }, i) => {
      const numbers = new Float32Array(bytes[i]!, 0, elements(shape));
      return new Tensor(shape, Float64Array.from(numbers));
    });
  }

  /** Milliseconds by the adapter's own clock, where it has one. After the last `read`. */
  async milliseconds(): Promise<number | undefined> {
    return this.gpu.until(this.#timer.milliseconds());
  }

  /** Gives back what was taken. */
  end(): void {
    this.#timer.destroy();
    for (const buffer of this.#taken) if (!this.#kept.has(buffer)) this.gpu.buffers.give(buffer);
    this.#taken.length = 0;
  }

  async #flush(): Promise<void> {
    const dispatches = this.#noted;
    this.#noted = [];
    const { pipelines, pace } = this.gpu;
    const compiled = await this.gpu.until(
      Promise.all(dispatches.map(({ kernel, constants, real }) => pipelines.get(kernel, constants, real))),
    );
    await this.#checkMemory();
    let batch: Step[] = [];
    let work = 0;
    for (const [i, dispatch] of dispatches.entries()) {
      const [x, y = 1, z = 1] = dispatch.groups;
      const workOfGroup = dispatch.work / (x * y * z);
      for (const { origin, groups } of sliceGrid([x, y, z], Math.max(1, pace.budget / workOfGroup))) {
        batch.push({ dispatch, pipeline: compiled[i]!, origin, groups });
        work += workOfGroup * groups[0] * groups[1] * groups[2];
        if (work < pace.budget) continue;
        await this.#submit(batch, work);
        batch = [];
        work = 0;
      }
    }
    if (batch.length > 0) await this.#submit(batch, work);
  }

  /** Resolves when the submit before this one is done: two stand in the queue, so that the device never waits for us. */
  async #submit(batch: readonly Step[], work: number): Promise<void> {
    this.signal?.throwIfAborted();
    const { device, buffers, pace } = this.gpu;
    const sizes = buffers.take(batch.length * stride, uniform, () => {});
    this.#taken.push(sizes);
    device.queue.writeBuffer(sizes, 0, packSizes(batch));

    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass(this.#timer.pass());
    for (const [i, { dispatch, pipeline, groups }] of batch.entries()) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(
        0,
        device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries: bind(dispatch, sizes, i) }),
      );
      pass.dispatchWorkgroups(...groups);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);

    const submitted = performance.now();
    const before = this.#previous;
    const done = device.queue.onSubmittedWorkDone().then(() => performance.now());
    this.#previous = done;
    Promise.all([before, done]).then(
      ([begun, ended]) => pace.learn(work, ended - Math.max(begun, submitted)),
      () => {},
    );
    await this.gpu.until(before);
  }

  async #checkMemory(): Promise<void> {
    const made = this.#made.splice(0);
    const errors = await this.gpu.until(Promise.all(made.map(({ error }) => error)));
    const failed = errors.findIndex((error) => error !== null);
    if (failed < 0) return;
    const { name, shape, bytes } = made[failed]!.tensor;
    throw new OutOfMemoryError(name, shape, bytes);
  }

  #write(
    { buffer }: DeviceTensor,
    data: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>,
  ): void {
    if (data.byteLength > 0) this.gpu.device.queue.writeBuffer(buffer, 0, data);
  }
}

interface Step {
  readonly dispatch: Dispatch;
  readonly pipeline: GPUComputePipeline;
  readonly origin: Extent;
  readonly groups: Extent;
}

/** Each step's `Sizes`: the first workgroup of its slice, then the dispatch's own. */
function packSizes(batch: readonly Step[]): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(batch.length * stride));
  for (const [i, { dispatch, origin }] of batch.entries())
    for (const [j, size] of [...origin, ...dispatch.sizes].entries()) {
      const at = i * stride + 4 * j;
      if (typeof size === 'object') view.setFloat32(at, size.float, true);
      else if (size < 0) view.setInt32(at, size, true);
      else view.setUint32(at, size, true);
    }
  return view.buffer;
}

function bind({ tensors }: Dispatch, sizes: GPUBuffer, step: number): GPUBindGroupEntry[] {
  const operands = tensors.map(({ buffer, bytes }, binding) => ({ binding, resource: { buffer, size: bytes } }));
  return [...operands, { binding: tensors.length, resource: { buffer: sizes, offset: step * stride, size: stride } }];
}
