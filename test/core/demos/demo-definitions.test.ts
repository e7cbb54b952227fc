import assert from 'node:assert/strict';
import { checkDemo } from '../../../src/core/demos/check-demo';
import { demoDefinitions } from '../../../src/core/demos/demo-definitions';
import { type DemoKind, demoKinds } from '../../../src/core/demos/demo-kind';
import { readDemo } from '../../../src/core/demos/read-demo';
import { valuesInForce } from '../../../src/core/demos/run-demo';
import type { Key, Keys } from '../../../src/core/demos/schema/key';
import { setDemoKey } from '../../../src/core/demos/set-demo-key';
import type { KnobValue } from '../../../src/core/demos/values-by-path';
import { lossAt, publishedLaws } from '../../../src/core/reference/scaling/scaling-law';
import { applyChanges } from '../../../src/core/text/span';
import { bareHost } from '../../support/demos';
import { shippedModels } from '../../support/models';

const host = { ...bareHost, models: shippedModels };

/** Keys with a default of their own, by path. */
function defaultsOf(keys: Keys, above = ''): [path: string, value: KnobValue][] {
  return Object.entries(keys).flatMap(([name, key]: [string, Key]): [string, KnobValue][] => {
    if (key.shape.kind === 'record') return defaultsOf(key.shape.keys, `${above}${name}.`);
    return key.default === undefined ? [] : [[above + name, key.default as KnobValue]];
  });
}

/** The shortest demo in which a default is in force: none at all, unless the key stands within another or needs one. */
function without(kind: DemoKind, path: string): string {
  const [outer, inner] = path.split('.');
  if (path === 'against.groups') return 'against: {kind: gqa}\n';
  if (path === 'scaling.block' || path === 'scaling.power_of_two') return 'scaling: block\n';
  if (/^sparse\.(?:block|local|global)$/.test(path)) return 'sparse: {kind: blocks}\n';
  if (path === 'sparse.keep') return 'sparse: {kind: selected}\n';
  if (path === 'balance.rate') return 'steps: 2\nbalance: {method: bias}\n';
  if (kind === 'scaling-law' && path === 'objective') return `points: [${runs.join(', ')}]\n`;
  return inner === undefined ? '' : `${outer}: {}\n`;
}

const runs = [1e8, 5e8, 2e9].flatMap((n) =>
  [1e10, 5e10, 2e11].map((d) => `[${n}, ${d}, ${lossAt(publishedLaws['hoffmann-2022'], n, d)}]`),
);

function set(kind: DemoKind, text: string, path: string, value: KnobValue): string {
  const change = setDemoKey(kind, text, path, value);
  assert.ok(change, `${kind}.${path} can be written`);
  return applyChanges(text, [change]);
}

describe('the definitions of demos', () => {
  it('stand under their own kind', () => {
    for (const kind of demoKinds) assert.equal(demoDefinitions[kind].kind, kind);
  });

  for (const kind of demoKinds) {
    for (const [path, value] of defaultsOf(demoDefinitions[kind].keys)) {
      it(`use the default that they show: ${kind}.${path}`, async () => {
        const bare = without(kind, path);
        const written = set(kind, bare, path, value);
        const [left, right] = [readDemo(kind, bare), readDemo(kind, written)];
        const inForce = valuesInForce<DemoKind>(left);
        if (path in inForce) assert.deepEqual(inForce[path], value);
        assert.deepEqual({ ...inForce, [path]: value }, { ...valuesInForce<DemoKind>(right), [path]: value });
        const [default_, given] = [await checkDemo(left, host), await checkDemo(right, host)];
        assert.deepEqual(given?.problems, []);
        assert.ok(given?.results);
        assert.deepEqual(default_?.results, given.results);
      });
    }
  }

  it('name every result that they give, and give every result that they name', async () => {
    for (const kind of demoKinds) {
      const found = await checkDemo(readDemo(kind, ''), host);
      assert.deepEqual(
        Object.keys(found?.results ?? {}).sort(),
        Object.keys(demoDefinitions[kind].results).sort(),
        kind,
      );
    }
  });

  it('tell the files that they read', () => {
    const text = 'data: {path: data/runs.csv, n: n, d: d, loss: loss}\n';
    assert.deepEqual(demoDefinitions['scaling-law'].files(readDemo('scaling-law', text).values), ['data/runs.csv']);
    assert.deepEqual(demoDefinitions.moe.files({}), []);
  });
});
