import { parentPort } from 'node:worker_threads';
import type { PictureRequest } from '../../core/picture-drawer';
import { drawPicture } from './draw-picture';

// One picture a message. What fails for a fault of ours ends the thread, and whoever asked hears of it.
parentPort?.on('message', (request: PictureRequest) => parentPort?.postMessage(drawPicture(request)));
