import type { Connection } from 'vscode-languageserver';
import { createDemoSolver } from '../host/demo-solver';
import { createFormulaEngine } from '../host/formula-engine';
import { createMermaidJudge } from '../host/mermaid-judge';
import { createPictureDrawer } from '../host/picture-drawer';
import { sharingSolver } from '../host/sharing-solver';
import type { Machine } from '../server/machine';
import { askForFiles, clientFiles } from './client-files';
import { readScriptsBy } from './stand-ins/worker-threads';

declare const MERMAID_VERSION: string;

/** The most that a script of ours may measure, in bytes. */
const maxSize = 2 ** 26;

/**
 * A browser, with its workers and the files that the client reads for it.
 * @param folder where the build put the workers' scripts
 */
export function webMachine(connection: Connection, folder: string): Machine {
  readScriptsBy(async (uri) => {
    const file = await askForFiles(connection)('coursewright/files/read', { uri, maxSize });
    if (file && 'text' in file) return file.text;
    throw new Error(`${uri} ${file?.refused ?? 'is not there'}`);
  });
  return {
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
  };
}
