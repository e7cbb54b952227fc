import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoKind } from '../../../../src/core/demos/demo-kind';
import { resultAt } from '../../../../src/core/demos/result';
import { bareHost, checked } from '../../../support/demos';
import { shippedModels } from '../../../support/models';

/**
 * Fences with what is right of them, written down before the product was asked: caches and scaling laws from the papers'
 * formulas, `sort-nano` by a forward pass of NumPy over the weights in its file, all in float64.
 */
interface Row {
  readonly kind: DemoKind;
  readonly body: string;
  readonly expect: Readonly<Record<string, number | string>>;
}

const rows = JSON.parse(readFileSync(join(__dirname, 'fences.json'), 'utf8')) as readonly Row[];

/** A law fitted to runs comes back as near as its search ends; a line as near as its logarithms are. */
const toleranceOf = ({ kind, body }: Row): number =>
  kind !== 'scaling-law' || !body.includes('points') ? 1e-9 : body.includes('log-linear') ? 1e-6 : 2e-3;

describe('demos computed by another hand', () => {
  for (const [index, row] of rows.entries())
    it(`${row.kind} ${index}: ${row.body.split('\n').slice(0, 3).join(', ').slice(0, 80)}`, async () => {
      const { results, problems } = await checked(row.kind, row.body, { ...bareHost, models: shippedModels });
      assert.deepEqual(
        problems.map(({ message }) => message),
        [],
      );
      for (const [key, right] of Object.entries(row.expect)) {
        const found = resultAt(results!, key);
        if (typeof right === 'number') {
          const off = Math.max(1e-12, toleranceOf(row) * Math.abs(right));
          assert.ok(Math.abs((found as number) - right) <= off, `${key}: ${found}, not ${right}`);
        } else if (key === 'max_abs_error') assert.ok((found as number) < 1e-12, `${key}: ${found}`);
        else assert.equal(Array.isArray(found) ? `[${found.join(', ')}]` : found, right, key);
      }
    });
});
