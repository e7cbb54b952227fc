import assert from 'node:assert/strict';
import { demoCompletion } from '../../../src/core/demos/demo-completion';
import { demoDefinitions } from '../../../src/core/demos/demo-definitions';
import { demoHover } from '../../../src/core/demos/demo-hover';
import { demoKinds } from '../../../src/core/demos/demo-kind';
import type { Keys } from '../../../src/core/demos/schema/key';
import { marked } from '../../support/markers';

const complete = (source: string) => {
  const { text, spans } = marked(source);
  const { span, items } = demoCompletion('moe', text, spans[0]!.end);
  return { word: text.slice(span.start, span.end), labels: items.map(({ label }) => label), items };
};

describe('demoCompletion', () => {
  it('offers keys that are not there yet', () => {
    const { word, labels } = complete('experts: 8\nto<|>\ntop_k: 1\n');
    assert.equal(word, 'to');
    assert.ok(labels.includes('tokens') && labels.includes('groups'));
    assert.ok(!labels.includes('experts') && !labels.includes('top_k'));
  });

  it('offers values where one is expected', () => {
    assert.deepEqual(complete('score: <|>').labels, ['softmax', 'sigmoid']);
    assert.deepEqual(complete('score: sig<|>').labels, ['softmax', 'sigmoid']);
    assert.deepEqual(complete('capacity: {factor: 1, overflow: <|>}').labels, ['drop', 'next-best', 'residual']);
    assert.deepEqual(complete('balance:\n  method: <|>').labels, ['none', 'aux-loss', 'bias']);
    assert.deepEqual(complete('balance: <|>').labels.slice(0, 3), ['none', 'aux-loss', 'bias']);
    assert.deepEqual(complete('experts: <|>').labels, ['8']);
    assert.deepEqual(complete('preset: deepseek-v3\nexperts: <|>').labels, ['256']);
    assert.deepEqual(complete('capacity:\n  factor: <|>').labels, ['1.25']);
    assert.deepEqual(complete('groups: {count: 4, keep: <|>}').labels, ['1']);
    assert.deepEqual(complete('text: <|>').labels, []);
  });

  it('offers the keys of a record inside it', () => {
    assert.deepEqual(complete('groups: {<|>').labels, ['count', 'keep']);
    assert.deepEqual(complete('groups: {count: 4, k<|>}').labels, ['keep']);
    assert.deepEqual(complete('balance:\n  method: bias\n  <|>').labels, ['rate', 'alpha']);
  });

  it('offers result keys under expect', () => {
    const { labels, items } = complete('expect:\n  max_vio: 1\n  lo<|>');
    assert.ok(labels.includes('load') && !labels.includes('max_vio') && !labels.includes('top_k'));
    assert.equal(items.find(({ label }) => label === 'load')!.detail, '[experts]');
  });

  it('writes no second colon', () => {
    assert.equal(complete('top<|>: 3').items.find(({ label }) => label === 'top_k')!.insertText, 'top_k');
    assert.equal(complete('top<|>').items.find(({ label }) => label === 'top_k')!.insertText, 'top_k: ');
  });
});

describe('demoHover', () => {
  const hover = (source: string) => {
    const { text, spans } = marked(source);
    const found = demoHover('moe', text, spans[0]!.start);
    return found && { about: text.slice(found.span.start, found.span.end), markdown: found.markdown };
  };

  it('tells a key: what it may be, its default, meaning, formula and source', () => {
    const { about, markdown } = hover('sc<|>ore: sigmoid')!;
    assert.equal(about, 'score');
    assert.match(markdown, /^\*\*score\*\*: softmax \| sigmoid; default softmax, or of the preset/);
    assert.match(markdown, /\n`s = σ\(xWᵀ\) or softmax\(xWᵀ\)`\n/);
    assert.match(markdown, /DeepSeek-V3/);
  });

  it('tells a chosen value, a key inside a record and a claimed result', () => {
    assert.match(hover('score: sig<|>moid')!.markdown, /^\*\*sigmoid\*\*: each score stands alone/);
    assert.match(hover('groups: {ke<|>ep: 1}')!.markdown, /^\*\*keep\*\*: whole number/);
    assert.match(hover('expect:\n  experts.0<|>: [1]')!.markdown, /^\*\*experts\*\* `\[tokens\]\[k\]`/);
    assert.match(hover('top<|>_k:\n')!.markdown, /^\*\*top_k\*\*/);
    assert.equal(hover('experts: 1<|>2'), undefined);
  });
});

describe('the schema', () => {
  it('says of every key what it means, and what happens without it', () => {
    const walk = (keys: Keys, path: string) => {
      for (const [name, key] of Object.entries(keys)) {
        assert.match(key.meaning, /^\S.*\.$/s, `${path}${name}`);
        if (key.shape.kind === 'record') walk(key.shape.keys, `${path}${name}.`);
      }
    };
    for (const kind of demoKinds) {
      walk(demoDefinitions[kind].keys, `${kind}.`);
      for (const [name, result] of Object.entries(demoDefinitions[kind].results))
        assert.match(result.meaning, /^\S.*\.$/s, `${kind} ${name}`);
    }
  });
});
