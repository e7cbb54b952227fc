// Builds dist/. One row an entry: what runs where is said here and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve as resolvePath } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { writeNpmPackage } from './tools/support/npm-package.mjs';
import { thirdPartyNotices } from './tools/support/third-party-notices.mjs';

const packageJson = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
const mermaidVersion = packageJson.devDependencies.mermaid;

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  // A file of our own that is loaded later is required: `import()` would want its ending, which the sources leave out.
  supported: { 'dynamic-import': false },
};

/** @type {import('esbuild').BuildOptions} */
const browser = {
  platform: 'browser',
  format: 'iife',
  target: 'chrome120',
  loader: { '.wgsl': 'text' },
};

const standIn = (name) => fileURLToPath(import.meta.resolve(`./src/web/stand-ins/${name}.ts`));

/**
 * The extension where there is no Node: VS Code's extension host in a browser and the workers beside it take each one
 * script. What else of Node's any of it asked for would fail the build.
 * @type {import('esbuild').BuildOptions}
 */
const web = {
  ...browser,
  conditions: ['browser'],
  alias: { 'node:worker_threads': standIn('worker-threads'), 'node:os': standIn('os') },
};

/** What a file begins with that a shell may start. */
const program = { js: '#!/usr/bin/env node' };

const stub = fileURLToPath(import.meta.resolve('./src/host/mermaid/stub.ts'));
const sanitizer = fileURLToPath(import.meta.resolve('./src/host/mermaid/sanitizer.ts'));

const copiesConfig = 'return assignWithDepth_default({}, currentConfig);';

// As `assignWithDepth` copies into an empty object: nulls are left out and lists hold nothing twice, but for what lies deepest.
const copyOf = `const copyOf = (from, depth) => {
    const to = { ...from };
    if (depth === 0) return to;
    for (const key of Object.keys(to)) {
      const value = to[key];
      if (typeof value !== 'object' || key === '__proto__') continue;
      if (value === null) delete to[key];
      else to[key] = Array.isArray(value) ? [...new Set(value)] : copyOf(value, depth - 1);
    }
    return to;
  };`;

const replaced = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`Mermaid no longer holds: ${from}`);
  return text.replaceAll(from, to);
};

/**
 * Mermaid's Gantt diagrams remember the tasks of all that were read before (12.3, `taskDb`): a lone first task without a
 * date is drawn or refused, and `after` leads to a task of its own or of another text, by what came earlier. Forgotten
 * with all else that is cleared, what is read and drawn is a matter of the text alone. The build fails where nothing of
 * the kind is found.
 * @param {import('esbuild').PluginBuild} build
 */
function forgetTasks({ onLoad, onEnd }) {
  let found = false;
  onLoad({ filter: /[\\/]ganttDiagram-\w+\.mjs$/ }, async ({ path }) => {
    const gantt = await readFile(path, 'utf8');
    replaced(gantt, 'var taskDb = {};', '');
    found = true;
    return {
      contents: replaced(
        gantt,
        'rawTasks = [];\n  dateFormat = "";',
        'rawTasks = [];\n  taskDb = {};\n  dateFormat = "";',
      ),
      loader: 'js',
    };
  });
  onEnd(({ errors }) => {
    if (!found && errors.length === 0) throw new Error('Mermaid’s Gantt diagrams are not where they were.');
  });
}

/**
 * Mermaid for parsing alone: what only draws is left out (5.4 MB become 2.5), and the parts that Mermaid keeps to
 * itself but that tell where an error stands become exports. The build fails if an upgrade renames one of them.
 * @type {import('esbuild').Plugin}
 */
const mermaidForParsing = {
  name: 'mermaid-for-parsing',
  setup(build) {
    const { onResolve, onLoad, resolve } = build;
    forgetTasks(build);
    const drawing =
      /^(katex|cytoscape.*|elkjs\/.*|roughjs|stylis|@upsetjs\/venn\.js)$|\/(elk|dagre|swimlanes|cose-bilkent)-\w+\.mjs$/;
    onResolve({ filter: drawing }, () => ({ path: stub }));
    onResolve({ filter: /^dompurify$/ }, () => ({ path: sanitizer }));
    onResolve({ filter: /^mermaid-internals$/ }, ({ resolveDir }) =>
      resolve('mermaid', { kind: 'import-statement', resolveDir }),
    );
    let config;
    onLoad({ filter: /mermaid\.core\.mjs$/ }, async ({ path }) => {
      const core = await readFile(path, 'utf8');
      const chunk = /\bdetectType,[^}]*\} from "([^"]+)"/.exec(core)?.[1];
      config = resolvePath(dirname(path), chunk);
      const opened = `
        export { directiveRegex } from ${JSON.stringify(chunk)};
        export { Diagram, addDiagrams, detectType, encodeEntities, getDiagram, getDiagramLoader, matchFrontMatter, mermaidAPI,
          processAndSetConfigs, registerDiagram, setDiagramConfigScope };`;
      return { contents: core + opened, loader: 'js' };
    });
    // Mermaid makes its whole configuration anew, theme and all, several times a diagram and copies it for every label:
    // most of the time that a parse takes. Here the configuration of a diagram without settings of its own is made once
    // for its type, a copy serves until it is another one, and copying spreads or assigns.
    onLoad({ filter: /chunk-\w+\.mjs$/ }, async ({ path }) => {
      if (path !== config) return undefined;
      const copyOnce = `if (copied.of !== currentConfig) copied = { of: currentConfig, copy: copyLazily(currentConfig) };
        return copied.copy;`;
      let chunk = await readFile(path, 'utf8');
      chunk = replaced(chunk, copiesConfig, copyOnce);
      chunk = replaced(chunk, 'Object.defineProperty(dst, key, {', 'define(dst, key, {');
      const remembered = `const plain = siteCfg === siteConfig && _directives.every((one) => Object.keys(one).length === 0);
        const known = plain && plainConfigs.get(diagramConfigKey);
        if (known && known.of === siteCfg) return (currentConfig = known.config);`;
      const remember = 'if (plain) plainConfigs.set(diagramConfigKey, { of: siteCfg, config: cfg });';
      const begin = 'let cfg = assignWithDepth_default({}, siteCfg);';
      chunk = replaced(chunk, begin, `${remembered}\nlet cfg = copyOf(siteCfg, 2);`);
      chunk = replaced(chunk, 'currentConfig = cfg;', `currentConfig = cfg;\n${remember}`);
      // The theme's variables are by far the most of it, and hardly any parse asks for one.
      const helpers = `${copyOf}
        const copyLazily = ({ themeVariables, ...others }) => Object.defineProperty(copyOf(others, 2), 'themeVariables', {
          configurable: true,
          enumerable: true,
          get() {
            this.themeVariables = copyOf(themeVariables, 1);
            return this.themeVariables;
          },
          set(value) {
            Object.defineProperty(this, 'themeVariables', { value, writable: true, enumerable: true, configurable: true });
          },
        });
        const plainConfigs = new Map();
        let copied = {};
        const define = (to, key, property) =>
          key === '__proto__' ? Object.defineProperty(to, key, property) : (to[key] = property.value);`;
      return { contents: `${helpers}\n${chunk}`, loader: 'js' };
    });
  },
};

/**
 * Mermaid for drawing: it copies its whole configuration, theme and all, for every label, key by key, which took a third of
 * the time in which a flowchart of thirty nodes is drawn again. Here the same copy is made by spreading.
 * @type {import('esbuild').Plugin}
 */
const mermaidForDrawing = {
  name: 'mermaid-for-drawing',
  setup(build) {
    const { onLoad, onEnd } = build;
    forgetTasks(build);
    let found = false;
    onEnd(({ errors }) => {
      if (!found && errors.length === 0) throw new Error(`Mermaid's configuration no longer holds: ${copiesConfig}`);
    });
    onLoad({ filter: /mermaid[\\/]dist[\\/]chunks[\\/]mermaid\.core[\\/]chunk-\w+\.mjs$/ }, async ({ path }) => {
      let chunk = await readFile(path, 'utf8');
      if (!chunk.includes(copiesConfig)) return undefined;
      found = true;
      chunk = replaced(chunk, copiesConfig, 'return copyOf(currentConfig, 2);');
      return { contents: `${copyOf}\n${chunk}`, loader: 'js' };
    });
  },
};

/** What each diagnostic means and what to do about it, by its code. */
function diagnosticPages() {
  const folder = new URL('docs/diagnostics/', import.meta.url);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(
    pages.map((name) => [name.slice(0, -'.md'.length), readFileSync(new URL(name, folder), 'utf8').trim()]),
  );
}

/** @type {Record<string, import('esbuild').BuildOptions>} */
export const entries = {
  extension: { ...node, entryPoints: ['src/extension/extension.ts'], external: ['vscode', './client'] },
  client: { ...node, entryPoints: ['src/extension/client.ts'], external: ['vscode'] },
  server: { ...node, entryPoints: ['src/server/main.ts'], banner: program },
  'formula-worker': { ...node, entryPoints: ['src/host/formulas/worker.ts'] },
  // Each kind of diagram is a chunk of its own: a thread is ready in half the time, and reads only what it judges.
  'mermaid-worker': {
    ...node,
    format: 'esm',
    splitting: true,
    supported: {},
    entryPoints: [{ in: 'src/host/mermaid/worker.ts', out: 'mermaid-worker' }],
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'mermaid/[name]-[hash]',
    plugins: [mermaidForParsing],
  },
  'picture-worker': { ...node, entryPoints: ['src/host/pictures/worker.ts'] },
  'demo-worker': { ...node, entryPoints: ['src/host/demos/worker.ts'] },
  cli: {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    banner: program,
    external: ['./assistant-server'],
    loader: { '.wasm': 'file' },
    assetNames: 'rasterizer',
  },
  'assistant-server': { ...node, entryPoints: ['src/cli/assistant-server.ts'] },
  'web/extension': { ...web, format: 'cjs', entryPoints: ['src/extension/web-extension.ts'], external: ['vscode'] },
  'web/server': { ...web, entryPoints: ['src/web/main.ts'] },
  'web/mermaid-worker': { ...web, entryPoints: ['src/web/mermaid-worker.ts'], plugins: [mermaidForParsing] },
  'web/demo-worker': { ...web, entryPoints: ['src/web/demo-worker.ts'] },
  'web/formula-worker': { ...web, entryPoints: ['src/host/formulas/worker.ts'] },
  'web/picture-worker': { ...web, entryPoints: ['src/host/pictures/worker.ts'] },
  // Mermaid and each demo are chunks of their own: the panel's page and the preview's load what they show.
  panel: {
    ...browser,
    format: 'esm',
    splitting: true,
    entryPoints: [
      { in: 'webview/main.ts', out: 'panel' },
      { in: 'media/panel.css', out: 'panel' },
      { in: 'webview/preview/main.ts', out: 'preview' },
      { in: 'media/preview-demos.css', out: 'preview-demos' },
    ],
    outdir: 'dist/media',
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [mermaidForDrawing],
  },
  // What VS Code runs in every preview of markdown: it loads `preview` where there is a demo.
  'media/preview-loader': { ...browser, entryPoints: ['webview/preview/loader.ts'] },
};

const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: {
    COURSEWRIGHT_VERSION: JSON.stringify(packageJson.version),
    MERMAID_VERSION: JSON.stringify(mermaidVersion),
    DIAGNOSTIC_PAGES: JSON.stringify(diagnosticPages()),
  },
};

/** Builds the named entries, or all of them, the notices of what they hold of others and the npm package, into `dist/`. */
export async function build(names) {
  const built = await Promise.all(
    (names ?? Object.keys(entries)).map(async (name) => {
      const entry = entries[name];
      const out = entry?.outdir ? {} : { outfile: `dist/${name}.js` };
      const { metafile } = await esbuild.build({ ...shared, ...out, ...entry, metafile: true });
      return /** @type {const} */ ([name, metafile]);
    }),
  );
  if (names) return;
  const metafiles = new Map(built);
  await writeFile('dist/ThirdPartyNotices.txt', thirdPartyNotices(metafiles.values()));
  await writeNpmPackage(metafiles);
}

if (argv[1] && import.meta.filename === argv[1]) {
  const names = argv.slice(2);
  if (names.length === 0) await rm('dist', { recursive: true, force: true });
  await build(names.length > 0 ? names : undefined);
}
