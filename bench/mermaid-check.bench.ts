import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkDiagram } from '../src/core/mermaid/check-diagram';
import { createMermaidJudge } from '../src/host/mermaid-judge';
import { inTurn, spread } from './measure';
import type { Row } from './row';

export const name = 'Mermaid: a course of 100 fences of 12 edges';

const fences = 100;
const edges = 12;

/** Checks all fences for the first time, then one that was edited, in turn with bare `mermaid.parse` in this thread. */
export async function run(): Promise<Row[]> {
  const parse = await bareParse();
  let round = 0;
  const times = await inTurn(
    {
      check: async () => {
        const diagrams = course(round++);
        const judge = createMermaidJudge({ workerScript: resolve('dist/mermaid-worker.mjs'), version: '' });
        judge.warm();
        await judge.judge('pie');
        const start = performance.now();
        await Promise.all(diagrams.map((text) => checkDiagram(text, judge)));
        first.push(performance.now() - start);
        const edited = performance.now();
        await Promise.all(
          diagrams.map((text, i) => checkDiagram(i === fences >> 1 ? `${text}  A0 --> Z\n` : text, judge)),
        );
        again.push(performance.now() - edited);
        await judge.dispose();
      },
      bare: async () => {
        const diagrams = course(round++);
        const start = performance.now();
        for (const text of diagrams) await parse(text);
        bare.push(performance.now() - start);
      },
    },
    { runs: 5, warm: 1 },
  );
  const [firstMedian, againMedian, bareMedian] = [first, again, bare].map(median);
  return [
    { name: 'first full check, Mermaid loaded', value: firstMedian!, unit: 'ms' },
    { name: 'bare mermaid.parse of the same, Mermaid loaded', value: bareMedian!, unit: 'ms' },
    { name: 'ratio', value: firstMedian! / bareMedian!, unit: '×', note: 'aim: at most 1' },
    { name: 'all fences again after one was edited', value: againMedian!, unit: 'ms' },
    { name: 'worker started, checked, closed', value: times.check.median, unit: 'ms', note: spread(times.check) },
  ];
}

const first: number[] = [];
const again: number[] = [];
const bare: number[] = [];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** A hundred flowcharts that no run has seen before. */
const course = (round: number): string[] =>
  Array.from({ length: fences }, (_, fence) => {
    const lines = Array.from(
      { length: edges },
      (_, i) => `  A${i}["Step ${i} (of ${fence})"] -->|run ${round}| B${i}[next]`,
    );
    return `flowchart TD\n${lines.join('\n')}\n`;
  });

/** Mermaid's own `parse` in this thread, with the smallest shims that let it run in plain Node. */
async function bareParse(): Promise<(text: string) => Promise<unknown>> {
  const stub = `data:text/javascript,${encodeURIComponent('export default { addHook() {}, sanitize: (text) => text }')}`;
  const hooks = `export const resolve = (name, context, next) =>
    name === 'dompurify' ? { url: ${JSON.stringify(stub)}, shortCircuit: true } : next(name, context);`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
  Object.assign(globalThis, { window: { CSS: { supports: () => true } } });
  const { default: mermaid } = (await import(
    pathToFileURL(resolve('node_modules/mermaid/dist/mermaid.core.mjs')).href
  )) as {
    default: { parse(text: string, options: { suppressErrors: true }): Promise<unknown> };
  };
  return (text) => mermaid.parse(text, { suppressErrors: true });
}
