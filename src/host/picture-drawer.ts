import { Worker } from 'node:worker_threads';
import type { Cancellation } from '../core/cancellation';
import { say, spokenLanguage } from '../core/l10n/say';
import type { DrawnPicture, NotDrawn, PictureDrawer, PictureRequest } from '../core/picture-drawer';
import type { PictureReply } from './pictures/messages';

export interface PictureDrawerOptions {
  /** Path of the built worker, `dist/picture-worker.js`. */
  readonly workerScript: string;
  /** Milliseconds that a picture may take; twenty seconds by default. */
  readonly timeout?: number;
}

/**
 * Draws diagrams without a browser, one after the other, in a worker thread that is started at the first one. What takes too
 * long, and what nobody waits for any more, costs the thread.
 */
export function createPictureDrawer({
  workerScript,
  timeout = 20_000,
}: PictureDrawerOptions): PictureDrawer & { dispose(): Promise<void> } {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const run = (request: PictureRequest, cancellation: Cancellation | undefined) =>
    new Promise<DrawnPicture | NotDrawn>((resolve, reject) => {
      if (cancellation?.aborted) {
        resolve({ why: say`it was cancelled` });
        return;
      }
      worker ??= new Worker(workerScript, { name: 'coursewright-pictures', workerData: spokenLanguage() });
      const running = worker;
      running.ref();
      const end = (settle: () => void, alive: boolean) => {
        clearTimeout(tooLong);
        clearInterval(watch);
        for (const event of ['message', 'error', 'exit']) running.removeAllListeners(event);
        if (alive) running.unref();
        else {
          if (worker === running) worker = undefined;
          void running.terminate();
        }
        settle();
      };
      const why = say`it takes more than ${timeout / 1000} seconds`;
      const tooLong = setTimeout(() => end(() => resolve({ why }), false), timeout);
      const watch = setInterval(() => {
        if (cancellation?.aborted) end(() => resolve({ why: say`it was cancelled` }), false);
      }, 50);
      running.on('message', (reply: PictureReply) =>
        end(() => resolve(reply.kind === 'drawn' ? reply.picture : { why: reply.why }), true),
      );
      running.on('error', (error) => end(() => reject(error), false));
      running.on('exit', () => end(() => reject(new Error(say`The thread that draws pictures ended.`)), false));
      running.postMessage(request);
    });

  return {
    draw(request, cancellation) {
      const answer = last.then(() => run(request, cancellation));
      last = answer.catch(() => undefined);
      return answer;
    },
    async dispose() {
      await worker?.terminate();
    },
  };
}
