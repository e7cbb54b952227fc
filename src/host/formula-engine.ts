import { Worker } from 'node:worker_threads';
import { getOrSet } from '../core/get-or-set';
import { say, spokenLanguage } from '../core/l10n/say';
import type { TexChecker, TexFormula, TexProblem } from '../core/math/tex-checker';
import type { FormulaTypesetter } from '../core/math/typesetter';
import type { FormulaCache } from './formula-cache';
import type { FormulaReply, FormulaRequest } from './formulas/messages';
import { smallYouth } from './small-youth';

export interface FormulaEngineOptions {
  /** Path of the built worker, `dist/formula-worker.js`. */
  readonly workerScript: string;
  /** Milliseconds that a picture or a few formulas to check may take; ten seconds by default. */
  readonly timeout?: number;
  /** What earlier runs found; it is saved when the engine is let go. */
  readonly cache?: FormulaCache | undefined;
}

export type FormulaEngine = FormulaTypesetter & TexChecker & { dispose(): Promise<void> };

/** How many formulas are checked at once: a picture that somebody waits for comes between. */
const mostAtOnce = 60;
const mostRemembered = 20_000;

/**
 * Draws and checks formulas with MathJax in a worker thread, started at the first one; what takes too long costs the thread.
 * What was found of a formula is remembered.
 */
export function createFormulaEngine({ workerScript, timeout = 10_000, cache }: FormulaEngineOptions): FormulaEngine {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  /** By the macros, whose text is long, and then by the formula: null where nothing is wrong. */
  const known = new Map<string, Map<string, TexProblem | null>>();
  let size = 0;

  /** One request after the other; undefined where the thread did not answer in time, or nobody waits any more. */
  const ask = (request: FormulaRequest): Promise<FormulaReply | undefined> => {
    const answer = last.then(() => (closed ? undefined : run(request)));
    last = answer.catch(() => undefined);
    return answer;
  };

  const run = (request: FormulaRequest) =>
    new Promise<FormulaReply | undefined>((resolve, reject) => {
      worker ??= new Worker(workerScript, {
        name: 'coursewright-formulas',
        workerData: spokenLanguage(),
        resourceLimits: smallYouth,
      });
      const running = worker;
      running.ref();
      const end = (settle: () => void, alive: boolean) => {
        clearTimeout(tooLong);
        for (const event of ['message', 'error', 'exit']) running.removeAllListeners(event);
        if (alive) running.unref();
        else {
          worker = undefined;
          void running.terminate();
        }
        settle();
      };
      const tooLong = setTimeout(() => end(() => resolve(undefined), false), timeout);
      running.on('message', (reply: FormulaReply) => {
        if (reply.kind === 'failure') end(() => reject(new Error(say`MathJax failed: ${reply.message}`)), true);
        else end(() => resolve(reply), true);
      });
      running.on('error', (error) => end(() => reject(error), false));
      running.on('exit', () => end(() => resolve(undefined), false));
      running.postMessage(request);
    });

  return {
    async typeset(tex, display, color, fontSize, macros = {}) {
      const reply = await ask({ kind: 'typeset', tex, display, color, fontSize, macros });
      if (reply?.kind === 'typeset') return reply.drawn;
      return { error: say`it takes more than ${timeout / 1000} seconds. Split it into several formulas.` };
    },

    async check(formulas, macros, cancellation) {
      const rules = JSON.stringify(macros);
      if (size > mostRemembered) {
        known.clear();
        size = 0;
      }
      const verdicts = getOrSet(known, rules, () => new Map());
      const found = new Map<string, TexProblem | null>();
      const unknown = new Map<string, TexFormula>();
      for (const formula of formulas) {
        const key = keyOf(formula);
        if (found.has(key) || unknown.has(key)) continue;
        const verdict = verdicts.has(key) ? verdicts.get(key) : cache?.get(formula, rules);
        if (verdict === undefined) unknown.set(key, formula);
        else found.set(key, verdict);
      }
      const left = [...unknown];
      for (let i = 0; i < left.length && !cancellation?.aborted && !closed; i += mostAtOnce) {
        const some = left.slice(i, i + mostAtOnce);
        const reply = await ask({ kind: 'check', formulas: some.map(([, formula]) => formula), macros });
        some.forEach(([key, formula], at) => {
          const verdict = (reply?.kind === 'checked' ? reply.problems[at] : undefined) ?? null;
          found.set(key, verdict);
          verdicts.set(key, verdict);
          size++;
          // That it took too long is so on this machine, today.
          if (reply?.kind === 'checked') cache?.set(formula, rules, verdict);
        });
      }
      return formulas.map((formula) => found.get(keyOf(formula)) ?? undefined);
    },

    async dispose() {
      closed = true;
      cache?.save();
      await worker?.terminate();
    },
  };
}

const keyOf = ({ tex, display }: TexFormula): string => `${display} ${tex}`;
