// Entry of the worker that runs demos.
import { models } from '../../webview/demos/models';
import { serveDemos } from '../host/demos/serve-demos';
import { parentPort } from './stand-ins/worker-threads';

serveDemos(parentPort, models, () => new Promise((resolve) => setTimeout(resolve)));
