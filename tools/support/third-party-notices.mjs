import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** What a bundle may hold, as SPDX names it. Nothing of it asks more than to say whose it is and where it comes from. */
const allowed = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'EPL-2.0',
  'MPL-2.0',
];

/** Texts of packages that come without one, or that others have built into theirs; the first line names the licence. */
const ownTexts = join(root, 'tools', 'licences');

/**
 * A package whose code is in a bundle.
 * @typedef {object} Bundled
 * @property {string} name
 * @property {string} version
 * @property {string | undefined} folder where it is installed; undefined for one that another package has built in
 */

/**
 * What the build has bundled of others, with the text of every licence.
 * @param {Iterable<import('esbuild').Metafile>} metafiles of all bundles
 * @returns {string}
 * @throws {Error} that names every package without a text, or with a licence that is not on the list
 */
export function thirdPartyNotices(metafiles) {
  const faults = [];
  /** @type {Map<string, string[]>} */
  const namesByText = new Map();
  for (const one of bundledPackages(metafiles)) {
    const { licence, text, source } = licenceOf(one);
    const title = `${one.name} ${one.version}`;
    if (!text) faults.push(`${title} has no licence text: put it into tools/licences/${one.name}.txt`);
    else if (!isAllowed(licence))
      faults.push(`${title} is under ${licence || 'no named licence'}, which is not allowed`);
    else namesByText.set(text, [...(namesByText.get(text) ?? []), `${title} (${licence})${source && `, ${source}`}`]);
  }
  if (faults.length > 0) throw new Error(`The bundles hold what may not be shipped:\n  ${faults.join('\n  ')}`);
  const parts = [...namesByText].map(([text, names]) => `${names.join('\n')}\n\n${text.trim()}\n`);
  const head = 'Coursewright holds code of these packages. Their sources are at the addresses beside their names.\n';
  return [head, ...parts].join(`\n${'='.repeat(80)}\n\n`);
}

/**
 * @param {Iterable<import('esbuild').Metafile>} metafiles
 * @returns {Bundled[]} by name
 */
export function bundledPackages(metafiles) {
  const inputs = new Set();
  for (const { outputs } of metafiles) {
    for (const output of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) if (bytesInOutput > 0) inputs.add(path);
    }
  }
  /** @type {Map<string, Bundled>} */
  const found = new Map();
  for (const input of inputs) {
    const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input) ?? [];
    if (!folder || !name) continue;
    const { version } = packageJson(folder);
    found.set(`${name} ${version}`, { name, version, folder });
    for (const one of builtIn(readFileSync(join(root, input), 'utf8'))) {
      const key = `${one.name} ${one.version}`;
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * What a package has built into its own files; bundlers leave a comment where each file begins.
 * @param {string} code
 * @returns {Bundled[]}
 */
function builtIn(code) {
  const place = /^\s*\/\/ (?:\.\.\/)*node_modules\/\.pnpm\/([^/\n]+)\/node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;
  return [...code.matchAll(place)].map(([, stored = '', name = '']) => {
    const version = /^.[^@]*@([^_(]+)/.exec(stored)?.[1] ?? '';
    return { name, version, folder: undefined };
  });
}

/** @param {Bundled} bundled */
function licenceOf({ name, folder }) {
  const installed = folder ?? join('node_modules', name);
  const about = existsSync(join(root, installed)) ? packageJson(installed) : {};
  const source = String(about.repository?.url ?? about.repository ?? about.homepage ?? '').replace(/^git\+/, '');
  const own = join(ownTexts, `${name}.txt`);
  if (existsSync(own)) {
    const [first = '', ...rest] = readFileSync(own, 'utf8').split('\n');
    const licence = first.replace('SPDX-License-Identifier:', '').trim();
    return { licence, text: rest.join('\n'), source: source || `https://www.npmjs.com/package/${name}` };
  }
  const texts = existsSync(join(root, installed)) ? readdirSync(join(root, installed)).filter(isLicenceText) : [];
  const text = texts.map((file) => readFileSync(join(root, installed, file), 'utf8').trim()).join('\n\n');
  return { licence: String(about.license ?? ''), text, source };
}

/** @param {string} file */
const isLicenceText = (file) =>
  /^(licen[cs]e|copying|notice|third-?party-?notices)/i.test(file) && !/\.[cm]?[jt]s$/.test(file);

/** @param {string} folder relative to the project */
const packageJson = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/**
 * An SPDX expression: of what is joined by OR one will do.
 * @param {string} expression
 */
const isAllowed = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => allowed.includes(one)));
