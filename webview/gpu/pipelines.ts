import { KernelError } from './errors';
import type { KernelName, KernelSources, PreambleName } from './kernels';

/** The type that a kernel's `real` stands for. */
export type Real = 'f32' | 'f16';

export type Constants = Readonly<Record<string, number | boolean>>;

/** Compiled kernels of one device, each made once for each set of constants. */
export class Pipelines {
  readonly #modules = new Map<string, Promise<GPUShaderModule>>();
  readonly #pipelines = new Map<string, Promise<GPUComputePipeline>>();
  readonly #device: GPUDevice;
  readonly #sources: KernelSources;

  constructor(device: GPUDevice, sources: KernelSources) {
    this.#device = device;
    this.#sources = sources;
  }

  /** Rejects with a KernelError that names file, line and column when the kernel does not compile. */
  get(kernel: KernelName, constants: Constants = {}, real: Real = 'f32'): Promise<GPUComputePipeline> {
    const key = `${kernel} ${real} ${JSON.stringify(constants)}`;
    const known = this.#pipelines.get(key);
    if (known) return known;
    const made = this.#make(kernel, constants, real);
    this.#pipelines.set(key, made);
    return made;
  }

  async #make(kernel: KernelName, constants: Constants, real: Real): Promise<GPUComputePipeline> {
    const module = await this.#module(kernel, real);
    const numbers = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, Number(value)]));
    try {
      return await this.#device.createComputePipelineAsync({
        label: kernel,
        layout: 'auto',
        compute: { module, constants: numbers },
      });
    } catch (error) {
      throw new KernelError(fileOf(kernel), 1, 1, error instanceof Error ? error.message : String(error));
    }
  }

  #module(kernel: KernelName, real: Real): Promise<GPUShaderModule> {
    const key = `${kernel} ${real}`;
    const known = this.#modules.get(key);
    if (known) return known;
    const made = this.#compile(kernel, real);
    this.#modules.set(key, made);
    return made;
  }

  async #compile(kernel: KernelName, real: Real): Promise<GPUShaderModule> {
    const head = headOf(kernel, real);
    const preamble = preambleOf(kernel);
    const shared = preamble ? this.#sources[preamble].split('\n') : [];
    // The scope keeps an error from being reported a second time, as uncaptured.
    this.#device.pushErrorScope('validation');
    const module = this.#device.createShaderModule({
      label: kernel,
      code: [...head, ...shared, this.#sources[kernel]].join('\n'),
    });
    const [{ messages }] = await Promise.all([module.getCompilationInfo(), this.#device.popErrorScope()]);
    const error = messages.find(({ type }) => type === 'error');
    if (!error) return module;
    const line = error.lineNum - head.length;
    const [file, place] = preamble && line <= shared.length ? [preamble, line] : [kernel, line - shared.length];
    throw new KernelError(fileOf(file), place, error.linePos, error.message.trim());
  }
}

const fileOf = (kernel: KernelName | PreambleName): string => `webview/gpu/kernels/${kernel}.wgsl`;

/** What the pipeline writes above all. */
function headOf(kernel: KernelName, real: Real): string[] {
  const lines = [`alias real = ${real};`];
  if (real === 'f16') lines.unshift('enable f16;');
  // Their loops end for a whole subgroup at once, which the compilers' analysis cannot see.
  if (kernel.endsWith('-subgroup')) lines.unshift('enable subgroups;', 'diagnostic(off, subgroup_uniformity);');
  return lines;
}

/** What the kernels of a family share. */
const preambleOf = (kernel: KernelName): PreambleName | undefined =>
  kernel.startsWith('matmul') ? 'preambles/matmul' : undefined;
