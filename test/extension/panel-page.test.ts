import assert from 'node:assert/strict';
import { sourceLanguage } from '../../src/core/l10n/say';
import { panelPage } from '../../src/extension/panel-page';

describe('panelPage', () => {
  const page = panelPage({
    script: 's.js',
    style: 's.css',
    cspSource: 'https://ours',
    language: sourceLanguage,
    nonce: 'abc',
  });

  it('lets nothing in but our own files, and no inline script', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    assert.deepEqual(rules.get('default-src'), [`'none'`]);
    assert.deepEqual(rules.get('script-src'), [`'nonce-abc'`, 'https://ours']);
    assert.deepEqual(rules.get('worker-src'), ['blob:']);
    assert.equal(rules.has('connect-src'), false);
    // Neither falls back to `default-src`.
    assert.deepEqual(rules.get('base-uri'), [`'none'`]);
    assert.deepEqual(rules.get('form-action'), [`'none'`]);
  });

  it('has one script, with the nonce', () => {
    assert.deepEqual(page.match(/<script[^>]*>/g), ['<script type="module" nonce="abc" src="s.js">']);
  });
});
