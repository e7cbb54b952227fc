import { parentPort, workerData } from 'node:worker_threads';
import { type Language, speak } from '../../core/l10n/say';
import type { PictureRequest } from '../../core/picture-drawer';
import { drawPicture } from './draw-picture';

speak(workerData as Language);

// One picture a message. What fails for a fault of ours ends the thread, and whoever asked hears of it.
parentPort?.on('message', (request: PictureRequest) => parentPort?.postMessage(drawPicture(request)));
