import { say } from '../../src/core/l10n/say';

/** Optional parts of an adapter that the engine may use. */
export interface Features {
  readonly f16: boolean;
  readonly subgroups: boolean;
  readonly timestamps: boolean;
}

export interface OpenDevice {
  readonly device: GPUDevice;
  /** What the adapter calls itself. */
  readonly adapter: string;
  /** Whether it runs on the processor, like SwiftShader or lavapipe. */
  readonly software: boolean;
  readonly features: Features;
}

export interface DeviceOptions {
  /** False to do without f16 even where the adapter offers it. */
  readonly f16?: boolean;
  /** False to do without subgroups even where the adapter offers them. */
  readonly subgroups?: boolean;
  /** Limits no higher than WebGPU guarantees everywhere. */
  readonly portable?: boolean;
}

/** Opens a device, or says in one sentence why there is none. */
export async function openDevice(gpu: GPU | undefined, options: DeviceOptions = {}): Promise<OpenDevice | string> {
  if (!gpu) return say`WebGPU is not available here.`;
  try {
    const adapter = await gpu.requestAdapter();
    if (!adapter) return say`WebGPU found no adapter on this machine.`;
    const features = featuresOf(adapter, options);
    const device = await adapter.requestDevice({
      requiredFeatures: [
        ...(features.f16 ? ['shader-f16' as const] : []),
        ...(features.subgroups ? ['subgroups' as const] : []),
        ...(features.timestamps ? ['timestamp-query' as const] : []),
      ],
      requiredLimits: options.portable ? {} : generousLimits(adapter.limits),
    });
    const { description, device: model, vendor, architecture, isFallbackAdapter } = adapter.info;
    const name = description || model || `${vendor} ${architecture}`.trim() || say`unknown adapter`;
    return { device, adapter: name, software: isFallbackAdapter || softwareNames.test(name), features };
  } catch (error) {
    return say`WebGPU could not open a device: ${error instanceof Error ? error.message : error}`;
  }
}

const softwareNames = /swiftshader|llvmpipe|lavapipe|basic render/i;

/** The sizes of data alone are asked for beyond the guaranteed floor: kernels keep within it. */
const generousLimits = ({ maxBufferSize, maxStorageBufferBindingSize }: GPUSupportedLimits) => ({
  maxBufferSize,
  maxStorageBufferBindingSize,
});

function featuresOf(adapter: GPUAdapter, { f16 = true, subgroups = true }: DeviceOptions): Features {
  const { subgroupMinSize = 0, subgroupMaxSize = 0 } = adapter.info;
  return {
    f16: f16 && adapter.features.has('shader-f16'),
    // The subgroup kernels have 64 invocations a workgroup and are right for sizes from 4 up to that.
    subgroups: subgroups && adapter.features.has('subgroups') && subgroupMinSize >= 4 && subgroupMaxSize <= 64,
    timestamps: adapter.features.has('timestamp-query'),
  };
}
