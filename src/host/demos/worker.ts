// Entry of the thread that runs demos.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Language, speak } from '../../core/l10n/say';
import { diskModels } from '../disk-models';

speak(workerData as Language);
void import('./serve-demos').then(({ serveDemos }) =>
  serveDemos(parentPort!, diskModels(join(__dirname, '..', 'media', 'models')), () => setImmediate()),
);
