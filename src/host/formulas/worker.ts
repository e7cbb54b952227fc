import { parentPort, workerData } from 'node:worker_threads';
import { type Language, speak } from '../../core/l10n/say';
import { checkTex } from './check-tex';
import type { FormulaReply, FormulaRequest } from './messages';

speak(workerData as Language);

// The thread that knows MathJax. What draws (a megabyte of outlines) is set up at the first formula to be drawn.
async function answer(request: FormulaRequest): Promise<FormulaReply> {
  if (request.kind === 'check') {
    const { formulas, macros } = request;
    return { kind: 'checked', problems: formulas.map(({ tex, display }) => checkTex(tex, display, macros)) };
  }
  const { typeset } = await import('./typeset');
  const { tex, display, color, fontSize, macros } = request;
  return { kind: 'typeset', drawn: await typeset(tex, display, color, fontSize, macros) };
}

parentPort!.on('message', (request: FormulaRequest) => {
  const failure = (error: unknown): FormulaReply => ({
    kind: 'failure',
    message: error instanceof Error ? error.message : String(error),
  });
  void answer(request)
    .catch(failure)
    .then((reply) => parentPort!.postMessage(reply));
});
