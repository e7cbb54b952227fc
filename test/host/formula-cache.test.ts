import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TexProblem } from '../../src/core/math/tex-checker';
import { type FormulaCache, openFormulaCache } from '../../src/host/formula-cache';
import { formulaEngine } from '../support/formula-engine';

const problem: TexProblem = { id: 'UndefinedControlSequence', message: 'no', span: { start: 0, end: 3 } };
const inText = (tex: string) => ({ tex, display: false });

describe('What was said of formulas and outlives a run', () => {
  let folder: string;
  let script: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-formulas-'));
    script = join(folder, 'worker.js');
    writeFileSync(script, 'one build');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = () => openFormulaCache(join(folder, 'cache'), script);
  const fill = () => {
    const cache = open();
    cache.set(inText('x^2'), '{}', null);
    cache.set(inText('\\fo x'), '{}', problem);
    cache.save();
  };

  it('is found by the formula, its place and the macros it was read with', () => {
    fill();
    const cache = open();
    assert.equal(cache.get(inText('x^2'), '{}'), null);
    assert.deepEqual(cache.get(inText('\\fo x'), '{}'), problem);
    assert.equal(cache.get({ tex: 'x^2', display: true }, '{}'), undefined);
    assert.equal(cache.get(inText('x^2'), '{"fo":["f",0]}'), undefined);
  });

  it('is another build’s no more, and nothing where the file is not ours', () => {
    fill();
    const file = join(folder, 'cache', readdirSync(join(folder, 'cache'))[0]!);
    writeFileSync(script, 'another build');
    assert.equal(open().get(inText('x^2'), '{}'), undefined);
    writeFileSync(script, 'one build');
    writeFileSync(file, readFileSync(file, 'utf8').replace('null', '"ok"'));
    assert.equal(open().get(inText('x^2'), '{}'), undefined);
  });

  it('spares MathJax what it was asked before, and says the same', async function () {
    this.timeout(120_000);
    const formulas = ['x^2', '\\fo x', 'x^2^3', 'x^2'].map(inText);
    const asked = async (cache: FormulaCache) => {
      const fresh: string[] = [];
      const noted = {
        ...cache,
        set: (...all: Parameters<FormulaCache['set']>) => {
          fresh.push(all[0].tex);
          cache.set(...all);
        },
      };
      const engine = await formulaEngine({ cache: noted });
      const said = await engine.check(formulas, {});
      assert.deepEqual(await engine.check(formulas, {}), said);
      await engine.dispose();
      return { fresh, said: said.map((one) => one?.id) };
    };
    const first = await asked(open());
    assert.deepEqual(first.fresh, ['x^2', '\\fo x', 'x^2^3']);
    assert.deepEqual(first.said, [undefined, 'UndefinedControlSequence', 'DoubleExponent', undefined]);
    assert.deepEqual(await asked(open()), { fresh: [], said: first.said });
  });
});
