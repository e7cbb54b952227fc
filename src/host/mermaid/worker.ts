// Entry of the worker thread: one diagram in, one answer out. Everything it says goes through messages.
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import './environment';
import type { WorkerReply, WorkerRequest } from './worker-messages';

const port = parentPort!;
const reply = (message: WorkerReply) => port.postMessage(message);

// Only now, when Mermaid finds what it wants around it: files of their own are loaded before those that name them.
const { judgeDiagram, showDiagram } = await import('./engine');

port.on('message', async ({ question, text }: WorkerRequest) => {
  try {
    const answer = question === 'judge' ? await judgeDiagram(text) : await showDiagram(text);
    const { total_heap_size, external_memory } = getHeapStatistics();
    reply({ kind: 'answer', answer, memory: total_heap_size + external_memory });
  } catch (error) {
    reply({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
  }
});
reply({ kind: 'ready' });
