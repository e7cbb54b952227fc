// Entry of the worker that runs demos.
import { type Language, speak } from '../core/l10n/say';
import { parentPort, workerData } from './stand-ins/worker-threads';

speak(workerData as Language);
void Promise.all([import('../host/demos/serve-demos'), import('../../webview/demos/models')]).then(
  ([{ serveDemos }, { models }]) => serveDemos(parentPort, models, () => new Promise((resolve) => setTimeout(resolve))),
);
