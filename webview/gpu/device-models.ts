import type { TransformerModel } from '../../src/core/reference/transformer';
import type { Computation } from './computation';
import type { DeviceTensor } from './device-tensor';
import type { Gpu } from './gpu';
import { type DeviceModel, uploadModel } from './transformer';

/** Models stay on the device for as long as both live. */
const uploaded = new WeakMap<Gpu, WeakMap<TransformerModel, DeviceModel>>();

/** The model's weights on the computation's device, sent up when they are not there yet. */
export function onDevice(computation: Computation, model: TransformerModel): DeviceModel {
  const models = uploaded.get(computation.gpu) ?? new WeakMap<TransformerModel, DeviceModel>();
  uploaded.set(computation.gpu, models);
  const device = models.get(model) ?? uploadModel(computation, model);
  models.set(model, device);
  for (const tensor of tensorsOf(device)) computation.keep(tensor);
  return device;
}

function tensorsOf(model: object): DeviceTensor[] {
  if ('buffer' in model) return [model as DeviceTensor];
  return Object.values(model).flatMap((part) => (typeof part === 'object' && part !== null ? tensorsOf(part) : []));
}
