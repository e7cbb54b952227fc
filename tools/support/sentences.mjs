import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as is from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import { root } from './paths.mjs';

/** @import { Node, SourceFile } from 'typescript/unstable/ast' */

/** The tags by which a sentence is said, or marked to be said. */
export const tags = ['say', 'english'];

/** @param {Node} node a template with its values as `{0}`, `{1}` …, a plain text as it is; else undefined */
export function keyOf(node) {
  if (is.isStringLiteral(node) || is.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!is.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }, at) => `{${at}}${literal.text}`).join('');
}

/**
 * Walks every node of the sources that run for a person.
 * @param {(node: Node, place: () => string) => void} visit given a node, and where it stands as `file:line`
 */
export function walkSources(visit) {
  // Only the texts are read, without types and libraries: it takes a few seconds in place of many.
  const config = join(root, 'tsconfig.sentences.json');
  const options = { noLib: true, noResolve: true, types: [], noEmit: true };
  const api = new API({
    cwd: root,
    fs: {
      readFile: (path) =>
        path === config
          ? JSON.stringify({ compilerOptions: options, include: ['src/**/*.ts', 'webview/**/*.ts'] })
          : undefined,
      fileExists: (path) => (path === config ? true : undefined),
    },
  });
  try {
    const program = api.updateSnapshot({ openProjects: [config] }).getProjects()[0]?.program;
    for (const name of program?.getSourceFileNames() ?? []) {
      const file = relative(root, name).replaceAll('\\', '/');
      const source = /^(src|webview)\//.test(file) ? program?.getSourceFile(name) : undefined;
      if (source) walk(source, source, file, visit);
    }
  } finally {
    api.close();
  }
}

/**
 * @param {Node} node
 * @param {SourceFile} source
 * @param {string} file
 * @param {(node: Node, place: () => string) => void} visit
 */
function walk(node, source, file, visit) {
  visit(node, () => `${file}:${source.text.slice(0, node.end).split('\n').length}`);
  node.forEachChild((child) => walk(child, source, file, visit));
}

/**
 * Every sentence that the sources say to a person, and the first place that says it.
 * @returns {Map<string, string>}
 */
export function sentencesSaid() {
  const found = new Map();
  walkSources((node, place) => {
    if (!is.isTaggedTemplateExpression(node) || !is.isIdentifier(node.tag) || !tags.includes(node.tag.text)) return;
    const key = keyOf(node.template);
    if (key !== undefined && !found.has(key)) found.set(key, place());
  });
  return found;
}

/**
 * A language's table.
 * @param {string} name as VS Code names the language
 * @returns {Record<string, string>}
 */
export const tableOf = (name) => JSON.parse(readFileSync(join(root, 'l10n', `bundle.l10n.${name}.json`), 'utf8'));

/** The places for values in a sentence, in order. @param {string} text */
export const placesIn = (text) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();
