let dispatches = 0;
const errors: string[] = [];

/** Counts every dispatch in this page, and hears every error of every device in it, whoever opened it. */
export function watchDevices(): void {
  const pass = GPUComputePassEncoder.prototype;
  const { dispatchWorkgroups, dispatchWorkgroupsIndirect } = pass;
  pass.dispatchWorkgroups = function (...groups) {
    dispatches++;
    return dispatchWorkgroups.apply(this, groups);
  };
  pass.dispatchWorkgroupsIndirect = function (...where) {
    dispatches++;
    return dispatchWorkgroupsIndirect.apply(this, where);
  };
  const adapter = GPUAdapter.prototype;
  const { requestDevice } = adapter;
  adapter.requestDevice = async function (...descriptor) {
    const device = await requestDevice.apply(this, descriptor);
    device.addEventListener('uncapturederror', ({ error }) => errors.push(error.message));
    return device;
  };
}

/** How many dispatches a run makes. Throws when a device complained. */
export async function dispatchesOf(run: () => Promise<unknown>): Promise<number> {
  const before = dispatches;
  await run();
  const [error] = errors.splice(0);
  if (error !== undefined) throw new Error(`the device complained: ${error}`);
  return dispatches - before;
}
