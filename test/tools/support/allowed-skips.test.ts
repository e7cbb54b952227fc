import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldToAllowedSkips } from '../../../tools/support/allowed-skips.mjs';
import { root } from '../../../tools/support/paths.mjs';
import { runLayer } from '../../../tools/support/run-layer.mjs';
import { Unavailable } from '../../../tools/support/unavailable.mjs';

type Tests = Awaited<ReturnType<typeof runLayer>>;

const suite = `
const { skipWithoutShared } = require(${JSON.stringify(join(root, 'test', 'support', 'shared'))});
describe('a suite', () => {
  before(function () { skipWithoutShared(this); });
  it('lacks data', () => {});
});
it('lacks data alone', function () { skipWithoutShared(this); });
it.skip('is put off', () => {});
it('passes', () => {});
`;

describe('In CI a skipped test', () => {
  let folder: string;
  let file: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-skips-'));
    file = join(folder, 'skips.test.cjs');
    writeFileSync(file, suite);
  });
  after(() => rmSync(folder, { recursive: true }));

  const states = (tests: Tests) => Object.fromEntries(tests.map(({ title, state }) => [title, state]));

  /** What mocha reports of the suite above. */
  const reported = (): Tests => {
    const report = join(folder, 'report.json');
    const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
    const reporter = join(root, 'tools', 'support', 'mocha-reporter.mjs');
    const args = ['--import', 'tsx', mocha, '--no-config', '--reporter', reporter, file];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, COURSEWRIGHT_REPORT: report },
    });
    assert.equal(status, 0, stderr);
    return JSON.parse(readFileSync(report, 'utf8')).tests;
  };

  it('passes for want of reference data, and fails when it gives no reason', function () {
    this.timeout(120_000);
    const tests = reported();
    assert.deepEqual(states(tests), {
      'a suite lacks data': 'skipped',
      'lacks data alone': 'skipped',
      'is put off': 'skipped',
      passes: 'passed',
    });
    const held = tests.map(heldToAllowedSkips);
    assert.deepEqual(states(held), { ...states(tests), 'is put off': 'failed' });
    assert.match(held.find(({ state }) => state === 'failed')?.message ?? '', /skipped in CI: it gave no reason/);
  });

  it('is counted as failed in a layer', async () => {
    const script = `require('fs').writeFileSync(process.env.COURSEWRIGHT_REPORT, JSON.stringify({ tests: [
      { title: 'f16', state: 'skipped', message: 'the adapter has no f16' },
      { title: 'later', state: 'skipped', message: 'not today' } ] }))`;
    mkdirSync(join(root, 'artifacts', 'reports'), { recursive: true });
    const layer = { name: 'of-a-test', command: [process.execPath, '-e', script], reports: true };
    assert.deepEqual(states(await runLayer(layer, true)), { f16: 'skipped', later: 'failed' });
    assert.deepEqual(states(await runLayer(layer, false)), { f16: 'skipped', later: 'skipped' });
    rmSync(join(root, 'artifacts', 'reports', 'of-a-test.json'));
  });

  it('fails with the layer that cannot run at all', async () => {
    const needs = [() => Promise.reject(new Unavailable('There is no such thing here.'))];
    const layer = { name: 'of-a-test', command: [process.execPath, '--version'], needs };
    assert.deepEqual(await runLayer(layer, true), [
      { title: 'of-a-test', state: 'failed', message: 'There is no such thing here.' },
    ]);
    assert.equal((await runLayer(layer, false))[0]?.state, 'skipped');
  });
});
