import { join } from 'node:path';
import { createCourseReader } from './course-reader';
import { createDemoSolver, type DemoSolverOptions } from './demo-solver';
import { createMermaidJudge, type MermaidJudgeOptions } from './mermaid-judge';

declare const MERMAID_VERSION: string;

/** The judge over the worker that the build put beside this program. */
export const createOwnJudge = (options: Pick<MermaidJudgeOptions, 'timeout'> = {}) =>
  createMermaidJudge({ workerScript: join(__dirname, 'mermaid-worker.js'), version: MERMAID_VERSION, ...options });

/** The same for demos. */
export const createOwnDemoSolver = (options: Pick<DemoSolverOptions, 'timeout'> = {}) =>
  createDemoSolver({ workerScript: join(__dirname, 'demo-worker.js'), ...options });

/** The same for the files of a course; the server's program is its worker's too. */
export const createOwnCourseReader = () => createCourseReader({ workerScript: join(__dirname, 'server.js') });
