import assert from 'node:assert/strict';
import { type CheckedDemo, checkDemo } from '../../src/core/demos/check-demo';
import type { DemoHost } from '../../src/core/demos/demo-definition';
import type { DemoKind } from '../../src/core/demos/demo-kind';
import { readDemo } from '../../src/core/demos/read-demo';

/** A host without models and files. */
export const bareHost: DemoHost = {
  models: { load: (name) => Promise.reject(new Error(`no model ${name}`)) },
  readData: async () => undefined,
};

export async function checked(kind: DemoKind, text: string, host: DemoHost = bareHost): Promise<CheckedDemo> {
  const found = await checkDemo(readDemo(kind, text), host);
  assert.ok(found);
  return found;
}

/** A demo's problems as `code «marked text» message`. */
export async function problemsOf(kind: DemoKind, text: string, host: DemoHost = bareHost): Promise<string[]> {
  const { problems } = await checked(kind, text, host);
  return problems.map(({ code, span, message }) => `${code} «${text.slice(span.start, span.end)}» ${message}`);
}
