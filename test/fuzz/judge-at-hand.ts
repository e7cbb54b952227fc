import { syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';
import threads from 'node:worker_threads';
import type { MermaidJudge, ShownText, Verdict } from '../../src/core/mermaid/judge';
import type { Question, WorkerReply, WorkerRequest } from '../../src/host/mermaid/worker-messages';
import { builtWorker } from '../support/built-worker';

/** How many answers are remembered. */
const most = 20_000;

/**
 * The shipped judge's worker in this very thread, for many small questions: each is answered without a change of
 * threads, which on a busy machine takes longer than the parse. Nothing ends a parse that hangs, and the console is
 * silent from then on.
 */
export async function judgeAtHand(): Promise<MermaidJudge> {
  const script = await builtWorker('mermaid-worker', 'mermaid-worker.mjs', 'src/host/mermaid');
  let ask: (request: WorkerRequest) => void = () => {};
  let receive: (reply: WorkerReply) => void = () => {};
  const port = {
    on: (_: 'message', listener: typeof ask) => {
      ask = listener;
    },
    postMessage: (reply: WorkerReply) => receive(reply),
  };
  // The worker speaks to whoever is its parent; here that is this function.
  Object.assign(threads, { parentPort: port });
  syncBuiltinESMExports();
  await import(pathToFileURL(script).href);

  const known = new Map<string, unknown>();
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: Mermaid's parsers keep what they read in variables that all diagrams share. */
  const inTurn = <T>(question: Question, text: string): Promise<T> => {
    const answer = last.then(() => {
      const key = `${question} ${text}`;
      if (known.has(key)) return known.get(key) as T;
      return new Promise<T>((resolve, reject) => {
        receive = (reply) => {
          if (reply.kind !== 'answer') return reject(new Error(`the judge: ${JSON.stringify(reply)}`));
          known.set(key, reply.answer);
          if (known.size > most) known.delete(known.keys().next().value!);
          resolve(reply.answer as T);
        };
        ask({ question, text });
      });
    });
    last = answer.catch(() => {});
    return answer;
  };
  return {
    version: '12.3.0',
    judge: (text) => inTurn<Verdict>('judge', text),
    show: (text) => inTurn<readonly ShownText[] | undefined>('show', text),
    dispose: () => Promise.resolve(),
  };
}
