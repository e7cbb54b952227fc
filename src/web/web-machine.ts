import type { Connection } from 'vscode-languageserver';
import { createDemoSolver } from '../host/demo-solver';
import { createFormulaEngine } from '../host/formula-engine';
import { createMermaidJudge } from '../host/mermaid-judge';
import { createPictureDrawer } from '../host/picture-drawer';
import { sharingSolver } from '../host/sharing-solver';
import type { Machine } from '../server/machine';
import { clientFiles } from './client-files';

declare const MERMAID_VERSION: string;

/**
 * A browser, with its workers and the files that the client reads for it.
 * @param folder where the build put the workers' scripts
 */
export const webMachine = (connection: Connection, folder: string): Machine => ({
  workers: {
    judge: createMermaidJudge({ workerScript: `${folder}/mermaid-worker.js`, version: MERMAID_VERSION }),
    demos: sharingSolver(createDemoSolver({ workerScript: `${folder}/demo-worker.js` }), (job) => job),
    formulas: createFormulaEngine({ workerScript: `${folder}/formula-worker.js` }),
    pictures: createPictureDrawer({ workerScript: `${folder}/picture-worker.js` }),
  },
  files: (options) => clientFiles(connection, options),
  onEscaped(listener) {
    addEventListener('unhandledrejection', ({ reason }) => listener(reason));
    addEventListener('error', ({ error }) => listener(error));
  },
});
