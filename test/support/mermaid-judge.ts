import { createMermaidJudge, type MermaidJudgeOptions } from '../../src/host/mermaid-judge';
import { builtWorker } from './built-worker';

/** The judge as it is shipped, over a worker built from the present source; built anew only when the source is newer. */
export async function mermaidJudge(options: Partial<MermaidJudgeOptions> = {}) {
  const workerScript = await builtWorker('mermaid-worker', 'mermaid-worker.mjs', 'src/host/mermaid');
  return createMermaidJudge({ workerScript, version: '12.3.0', ...options });
}
