import type { WorkerReply, WorkerRequest } from './worker-messages';

/** The thread's end of its channel. */
export interface DiagramPort {
  on(event: 'message', listener: (request: WorkerRequest) => void): unknown;
  postMessage(reply: WorkerReply): void;
}

/**
 * Answers one diagram after the other, once Mermaid has loaded.
 * @param memory how many bytes the thread's heap holds
 */
export async function serveDiagrams(port: DiagramPort, memory: () => number): Promise<void> {
  const reply = (message: WorkerReply) => port.postMessage(message);
  // Only now, when Mermaid finds what it wants around it: files of their own are loaded before those that name them.
  const { judgeDiagram, showDiagram } = await import('./engine');

  port.on('message', async ({ question, text }: WorkerRequest) => {
    try {
      const answer = question === 'judge' ? await judgeDiagram(text) : await showDiagram(text);
      reply({ kind: 'answer', answer, memory: memory() });
    } catch (error) {
      reply({ kind: 'failure', message: error instanceof Error ? error.message : String(error) });
    }
  });
  reply({ kind: 'ready' });
}
