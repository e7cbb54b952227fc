import { parentPort } from 'node:worker_threads';
import { drawPicture } from './draw-picture';
import type { PictureRequest } from './messages';

// One picture a message. What fails for a fault of ours ends the thread, and whoever asked hears of it.
parentPort?.on('message', (request: PictureRequest) => parentPort?.postMessage(drawPicture(request)));
