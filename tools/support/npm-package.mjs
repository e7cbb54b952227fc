import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

/** The bundles that the two programs are made of: themselves, and the threads they start. */
const bundles = [
  'cli',
  'assistant-server',
  'server',
  'formula-worker',
  'mermaid-worker',
  'demo-worker',
  'picture-worker',
];

/** The programs by the names under which npm installs them. */
const programs = { coursewright: 'cli.js', 'coursewright-language-server': 'server.js' };

/** Fields of the project's own `package.json` that the package shares with it. */
const shared = ['name', 'version', 'license', 'homepage', 'repository', 'bugs'];

/**
 * Puts the npm package together in `dist/npm`, from what the build has just made: the command line and the language
 * server with their threads and trained models, nothing of VS Code and no page, and the notices of what is in those
 * bundles alone.
 * @param {ReadonlyMap<string, import('esbuild').Metafile>} metafiles of all bundles, by name
 */
export async function writeNpmPackage(metafiles) {
  const folder = join(root, 'dist', 'npm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const used = bundles.flatMap((name) => metafiles.get(name) ?? []);
  for (const path of used.flatMap(({ outputs }) => Object.keys(outputs))) {
    const target = join(folder, relative('dist', path));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, path), target);
  }
  for (const program of Object.values(programs)) chmodSync(join(folder, program), 0o755);
  for (const path of ['LICENSE', 'schemas/coursewright.schema.json', 'tools/action/problem-matcher.json']) {
    copyFileSync(join(root, path), join(folder, basename(path)));
  }
  for (const path of ['l10n', 'media/models']) cpSync(join(root, path), join(folder, path), { recursive: true });
  copyFileSync(join(root, 'docs', 'npm.md'), join(folder, 'README.md'));
  writeFileSync(join(folder, 'ThirdPartyNotices.txt'), thirdPartyNotices(used));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
}

/** What npm is told of the package. */
function manifest() {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    ...Object.fromEntries(shared.map((field) => [field, own[field]])),
    description:
      'Checks AI courses written in markdown: Mermaid diagrams, glossaries, outlines, links, formulas and the numbers claimed of demos. Command line and language server.',
    keywords: [...own.keywords, 'lint', 'language-server', 'lsp'],
    engines: { node: own.engines.node },
    bin: programs,
    publishConfig: { access: 'public', provenance: true },
  };
}
