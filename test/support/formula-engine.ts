import { createFormulaEngine, type FormulaEngineOptions } from '../../src/host/formula-engine';
import { builtWorker } from './built-worker';

/** The engine as it is shipped, over a worker built from the present source. */
export async function formulaEngine(options: Omit<Partial<FormulaEngineOptions>, 'workerScript'> = {}) {
  const workerScript = await builtWorker('formula-worker', 'formula-worker.js', 'src/host/formulas');
  return createFormulaEngine({ workerScript, timeout: 60_000, ...options });
}
