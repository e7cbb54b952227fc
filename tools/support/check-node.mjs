import { Unavailable } from './unavailable.mjs';

const oldest = [20, 19];

/** @throws {Unavailable} when this Node is older than the project's parts allow */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Unavailable(`Node ${oldest.join('.')} or newer is needed; this is ${process.versions.node}.`);
}
