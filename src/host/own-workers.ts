import { join } from 'node:path';
import { cacheFolder } from './cache-folder';
import { type CourseReaderOptions, createCourseReader } from './course-reader';
import { openDemoCache } from './demo-cache';
import { createDemoSolver, type DemoSolverOptions } from './demo-solver';
import { openFormulaCache } from './formula-cache';
import { createFormulaEngine, type FormulaEngineOptions } from './formula-engine';
import { createMermaidJudge, type MermaidJudgeOptions } from './mermaid-judge';
import { createPictureDrawer } from './picture-drawer';
import { openVerdictCache } from './verdict-cache';

declare const MERMAID_VERSION: string;

const mermaidWorker = join(__dirname, 'mermaid-worker.mjs');

/** The judge over the worker that the build put beside this program. */
export const createOwnJudge = (options: Pick<MermaidJudgeOptions, 'timeout'> = {}) =>
  createMermaidJudge({ workerScript: mermaidWorker, version: MERMAID_VERSION, ...options });

/** What became of demos in earlier runs. */
export const openOwnDemoCache = () => openDemoCache(cacheFolder(), join(__dirname, 'demo-worker.js'));

/** What that judge said in earlier runs. */
export const openOwnVerdictCache = () => openVerdictCache(cacheFolder(), MERMAID_VERSION, mermaidWorker);

/** The same for demos. */
export const createOwnDemoSolver = (options: Pick<DemoSolverOptions, 'timeout'> = {}) =>
  createDemoSolver({ workerScript: join(__dirname, 'demo-worker.js'), ...options });

const formulaWorker = join(__dirname, 'formula-worker.js');

/** The same for formulas. */
export const createOwnFormulaEngine = (options: Pick<FormulaEngineOptions, 'cache' | 'timeout'> = {}) =>
  createFormulaEngine({ workerScript: formulaWorker, ...options });

/** What was said of formulas in earlier runs. */
export const openOwnFormulaCache = () => openFormulaCache(cacheFolder(), formulaWorker);

/** The same for pictures. */
export const createOwnPictureDrawer = () => createPictureDrawer({ workerScript: join(__dirname, 'picture-worker.js') });

/** The same for the files of a course; the server's program is its worker's too. */
export const createOwnCourseReader = (options: Pick<CourseReaderOptions, 'timeout' | 'threads'> = {}) =>
  createCourseReader({ workerScript: join(__dirname, 'server.js'), ...options });
