import { runCases, runWithoutAdapter, setSharedReader } from './all';
import type { TestResult } from './cases';

declare global {
  /** Given by the runner: hears each result. */
  function onResult(result: TestResult): Promise<void>;
}

setSharedReader(async (path) => {
  const response = await fetch(`/shared/${path}`);
  return response.ok ? response.text() : undefined;
});

Object.assign(globalThis, {
  runSuite: async (grep: string, adapter: boolean) => {
    const heard: Promise<void>[] = [];
    const report = (result: TestResult) => heard.push(onResult(result));
    if (adapter) await runCases({ grep, adapterExpected: true, onResult: report });
    else await runWithoutAdapter(report);
    await Promise.all(heard);
  },
});
