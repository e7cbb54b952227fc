import { join } from 'node:path';
import { createMermaidJudge, type MermaidJudgeOptions } from './mermaid-judge';

declare const MERMAID_VERSION: string;

/** The judge over the worker that the build put beside this program, already starting. */
export function createOwnJudge(options: Pick<MermaidJudgeOptions, 'timeout'> = {}) {
  return createMermaidJudge({
    workerScript: join(__dirname, 'mermaid-worker.js'),
    version: MERMAID_VERSION,
    ...options,
  });
}
