import { createFormulaEngine } from '../../src/host/formula-engine';
import { builtWorker } from './built-worker';

/** The engine as it is shipped, over a worker built from the present source. */
export async function formulaEngine(options: { timeout?: number } = {}) {
  const workerScript = await builtWorker('formula-worker', 'formula-worker.js', 'src/host/formulas');
  return createFormulaEngine({ workerScript, timeout: 60_000, ...options });
}
