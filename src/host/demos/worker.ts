// Entry of the thread that runs demos.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { diskModels } from '../disk-models';
import { serveDemos } from './serve-demos';

serveDemos(parentPort!, diskModels(join(__dirname, '..', 'media', 'models')), () => setImmediate());
