import { createServer } from 'node:net';

/**
 * @param {number} port 0 is any free one
 * @returns {Promise<boolean>} whether a server may listen there on 127.0.0.1
 */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
