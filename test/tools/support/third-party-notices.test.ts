import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from '../../../tools/support/paths.mjs';
import { bundledPackages, thirdPartyNotices } from '../../../tools/support/third-party-notices.mjs';

// Packages made up for the test stand in a folder of their own, so that nothing else finds them.
const folder = join('artifacts', 'notices');
const packageOf = (name: string) => `${folder}/node_modules/${name}`;

function install(name: string, licence: string | undefined, files: Readonly<Record<string, string>>): void {
  const place = join(root, packageOf(name));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: licence }));
  for (const [file, text] of Object.entries({ 'index.js': '', ...files })) writeFileSync(join(place, file), text);
}

/** What esbuild says of a bundle with one file of each package. */
const bundleOf = (...names: string[]): Metafile[] => {
  const inputs = Object.fromEntries(names.map((name) => [`${packageOf(name)}/index.js`, { bytesInOutput: 1 }]));
  return [{ inputs: {}, outputs: { 'out.js': { bytes: 1, inputs, imports: [], exports: [] } } }];
};

describe('The notices of third parties', function () {
  this.timeout(120_000);
  after(() => rmSync(join(root, folder), { recursive: true, force: true }));

  it('hold the text of each package in the bundles, one text once', () => {
    install('one', 'MIT', { LICENSE: 'Be kind.', 'NOTICE.txt': 'Made in the north.', 'license.mjs': 'export {}' });
    install('two', '(GPL-3.0-only OR MIT)', { 'LICENCE.md': 'Be kinder.' });
    install('@scope/three', 'MIT', { 'license.txt': 'Be kinder.' });
    const notices = thirdPartyNotices(bundleOf('one', 'two', '@scope/three'));
    assert.match(notices, /^one 1\.2\.3 \(MIT\)\n\nBe kind\.\n\nMade in the north\.\n/m);
    assert.match(notices, /^@scope\/three 1\.2\.3 \(MIT\)\ntwo 1\.2\.3 .*\n\nBe kinder\.\n/m);
    assert.doesNotMatch(notices, /export \{/);
  });

  it('leave out what was left out of the bundles', () => {
    const [metafile] = bundleOf('one');
    metafile!.outputs['out.js']!.inputs[`${packageOf('two')}/index.js`] = { bytesInOutput: 0 };
    assert.deepEqual(
      bundledPackages([metafile!]).map(({ name }) => name),
      ['one'],
    );
  });

  it('name what another package has built in', () => {
    const comment = '// ../../node_modules/.pnpm/@deep+inner@4.5.6_peer@1.0.0/node_modules/@deep/inner/lib/a.js\n';
    install('outer', 'MIT', { LICENSE: 'Be kind.', 'index.js': `var x = 1;\n\n${comment}var y;\n` });
    assert.deepEqual(
      bundledPackages(bundleOf('outer')).map(({ name, version }) => `${name} ${version}`),
      ['@deep/inner 4.5.6', 'outer 1.2.3'],
    );
    assert.throws(() => thirdPartyNotices(bundleOf('outer')), /@deep\/inner 4\.5\.6 has no licence text/);
  });

  it('fail the build for a package without a text, or under a licence that is not on the list', () => {
    install('mute', 'MIT', {});
    install('strict', 'GPL-3.0-only', { LICENSE: 'Give all.' });
    install('both', 'MIT AND GPL-3.0-only', { LICENSE: 'Give all.' });
    install('silent', undefined, { LICENSE: 'Who knows.' });
    assert.throws(
      () => thirdPartyNotices(bundleOf('one', 'mute', 'strict', 'both', 'silent')),
      (error: Error) => {
        assert.match(error.message, /mute 1\.2\.3 has no licence text: put it into tools\/licences\/mute\.txt/);
        assert.match(error.message, /strict 1\.2\.3 is under GPL-3\.0-only/);
        assert.match(error.message, /both 1\.2\.3 is under MIT AND GPL-3\.0-only/);
        assert.match(error.message, /silent 1\.2\.3 is under no named licence/);
        assert.doesNotMatch(error.message, /one 1/);
        return true;
      },
    );
  });

  it('are built for what is shipped, and are in the package', () => {
    const notices = readFileSync(join(root, 'dist', 'ThirdPartyNotices.txt'), 'utf8');
    for (const name of ['mermaid', 'katex', 'marked', 'dompurify', '@mathjax/src', '@mathjax/mathjax-newcm-font']) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
    // Built into Mermaid's own files.
    assert.match(notices, /^langium \d/m);
    // ELK is loaded when a diagram asks for `layout: elk`; its licence asks for its text and for where its source is.
    assert.match(notices, /^elkjs .*EPL-2\.0.*https:\/\/github\.com\/kieler\/elkjs/m);
    assert.match(notices, /Eclipse Public License - v 2\.0/);
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    const listed = spawnSync(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
    const files = listed.stdout.split(/\r?\n/).map((name) => name.replaceAll('\\', '/'));
    assert.ok(files.includes('dist/ThirdPartyNotices.txt'), listed.stderr);
    assert.ok(
      files.some((name) => name.startsWith('dist/mermaid/')) && files.some((name) => name.startsWith('dist/media/')),
    );
    assert.deepEqual(
      files.filter((name) => name.startsWith('dist/npm/')),
      [],
      'the npm package is no part of the extension',
    );
  });
});
