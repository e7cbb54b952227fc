import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type Language, speak } from '../core/l10n/say';
import { ownLanguage } from '../host/own-sentences';
import { answerTo } from './arguments';
import { Lifecycle } from './lifecycle';
import { startServer } from './start-server';

// The library reads the transport from the arguments: `--stdio` for any editor, `--node-ipc` for the extension.
// The same program reads course files where it runs as a thread: a bundle of its own would hold the same code again.
if (isMainThread) {
  const answer = answerTo(process.argv.slice(2));
  if (answer) {
    (answer.status === 0 ? process.stdout : process.stderr).write(`${answer.text}\n`);
    process.exitCode = answer.status;
  } else serve();
} else if (parentPort) void readCourseFiles(parentPort);

function serve(): void {
  const lifecycle = new Lifecycle();
  startServer(createConnection(ProposedFeatures.all, lifecycle), lifecycle, {
    languageOf: ({ locale }) => ownLanguage(locale),
    machine: async () => (await import('./node-machine')).nodeMachine(),
  });
}

async function readCourseFiles(port: MessagePort): Promise<void> {
  speak(workerData as Language);
  (await import('../host/course-reader-thread')).serveCourseReader(port);
}
