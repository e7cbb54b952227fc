import assert from 'node:assert/strict';
import { sourceLanguage } from '../../src/core/l10n/say';
import { panelPage } from '../../src/extension/panel-page';

describe('panelPage', () => {
  const parts = { script: 's.js', style: 's.css', cspSource: 'https://ours', language: sourceLanguage, nonce: 'abc' };
  const page = panelPage(parts);

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

  it('has one script, with the nonce, and data that cannot end their own block', () => {
    assert.deepEqual(page.match(/<script[^>]*>/g), [
      '<script type="application/json" id="language">',
      '<script type="module" nonce="abc" src="s.js">',
    ]);
    const sentences = { '</script><script>x': '<!-- ]]>' };
    const hostile = panelPage({ ...parts, language: { name: 'de', sentences } });
    assert.equal(hostile.match(/<script/g)?.length, 2);
    const data = /id="language">(.*?)<\/script>/s.exec(hostile)?.[1] ?? '';
    assert.deepEqual(JSON.parse(data), { name: 'de', sentences });
  });
});
