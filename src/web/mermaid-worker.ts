// Entry of the worker that judges diagrams.
import '../host/mermaid/environment';
import { serveDiagrams } from '../host/mermaid/serve-diagrams';
import { parentPort } from './stand-ins/worker-threads';

// A browser tells no worker how much memory it holds.
void serveDiagrams(parentPort, () => 0);
