import type { Contestant } from './page-rows';

export interface Probe extends Contestant {
  /** Floating-point operations of a run, or bytes. */
  readonly amount: number;
}

/** Chains of multiply-adds that depend on nothing but themselves; the adapter's best counts as its roof. */
export async function arithmeticProbes(device: GPUDevice, scale: number): Promise<Probe[]> {
  const forms = [
    { name: '8 chains of vec4', type: 'vec4f', chains: 8, size: 4 },
    { name: '16 chains of vec4', type: 'vec4f', chains: 16, size: 4 },
    { name: '4 chains of vec4', type: 'vec4f', chains: 4, size: 4 },
    { name: '16 chains of f32', type: 'f32', chains: 16, size: 1 },
  ];
  const probes: Probe[] = [];
  for (const { name, type, chains, size } of forms)
    for (const step of ['x = x * factor + shift', 'x = fma(x, factor, shift)']) {
      const rounds = Math.max(1, Math.round((16 * scale) / chains / size));
      const invocations = 64 * 1024;
      const code = chainSource(type, chains, step);
      const run = await runner(device, code, [invocations * 4, 64], rounds, invocations / 64);
      const amount = 2 * size * chains * 16 * rounds * invocations;
      probes.push({ name: `${name}, ${step.includes('fma') ? 'fma' : 'multiply and add'}`, run, amount });
    }
  return probes;
}

function chainSource(type: string, chains: number, step: string): string {
  const names = Array.from({ length: chains }, (_, i) => `x${i}`);
  const steps = names.map((name) => `${step.replaceAll(/\bx\b/g, name)};`).join(' ');
  return `
    @group(0) @binding(0) var<storage, read_write> out: array<f32>;
    @group(0) @binding(1) var<storage, read> factors: array<f32>;
    override rounds = 1u;
    @compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
      let factor = ${type}(factors[0]);
      let shift = ${type}(factors[1]);
      ${names.map((name, i) => `var ${name} = ${type}(f32(id.x % 7u) + ${i}.0);`).join('\n')}
      for (var i = 0u; i < rounds; i++) {
        ${Array.from({ length: 16 }, () => steps).join('\n')}
      }
      out[id.x] = dot(vec4f(${names.join(' + ')}), vec4f(1.0));
    }`;
}

/** Copies, the adapter's best counting as its bandwidth: bytes read and written. */
export async function memoryProbes(device: GPUDevice, bytes: number): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const [type, size] of [
    ['f32', 4],
    ['vec4f', 16],
  ] as const) {
    const count = bytes / size;
    const code = `
      @group(0) @binding(0) var<storage, read_write> out: array<${type}>;
      @group(0) @binding(1) var<storage, read> x: array<${type}>;
      override rounds = 1u;
      @compute @workgroup_size(64) fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) i: u32) {
        for (var j = 0u; j < rounds; j++) {
          let at = (group.x * rounds + j) * 64u + i;
          out[at] = x[at];
        }
      }`;
    const rounds = Math.max(1, Math.ceil(count / 64 / 65_535));
    const run = await runner(device, code, [bytes, bytes], rounds, Math.floor(count / 64 / rounds));
    probes.push({ name: `copy of ${type}`, run, amount: 2 * bytes });
  }
  return probes;
}

async function runner(
  device: GPUDevice,
  code: string,
  bytes: readonly number[],
  rounds: number,
  groups: number,
): Promise<() => Promise<unknown>> {
  const pipeline = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code }), constants: { rounds } },
  });
  const buffers = bytes.map((size) =>
    device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST }),
  );
  device.queue.writeBuffer(buffers[1]!, 0, Float32Array.of(0.999, 0.001));
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  return () => {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(groups);
    pass.end();
    device.queue.submit([encoder.finish()]);
    return device.queue.onSubmittedWorkDone();
  };
}
