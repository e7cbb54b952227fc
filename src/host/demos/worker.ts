// Entry of the thread that runs demos.
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Language, speak } from '../../core/l10n/say';
import { diskModels } from '../disk-models';
import { ownFolder } from '../own-folder';

speak(workerData as Language);
void import('./serve-demos').then(({ serveDemos }) =>
  serveDemos(parentPort!, diskModels(ownFolder('media', 'models')), () => setImmediate()),
);
