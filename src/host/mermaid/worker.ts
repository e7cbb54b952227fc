// Entry of the worker thread: one diagram in, one answer out. Everything it says goes through messages.
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import './environment';
import { serveDiagrams } from './serve-diagrams';

await serveDiagrams(parentPort!, () => {
  const { total_heap_size, external_memory } = getHeapStatistics();
  return total_heap_size + external_memory;
});
