import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import '../../src/host/mermaid/group-by';

/** What Mermaid's own parser made of a diagram. The database's shape depends on the type. */
export interface ParsedDiagram {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: Mermaid does not publish the shape of its databases
  readonly db: any;
}

/** Only drawing needs it; parsing registers hooks with it and hands it labels to clean. */
const sanitizer = `const stub = { addHook() {}, removeAllHooks() {}, sanitize: (text) => text };
module.exports = stub; module.exports.default = stub;`;

/** Mermaid as it is installed, but that nothing is sanitised. */
interface InstalledMermaid {
  parse(text: string): Promise<{ readonly diagramType: string }>;
  detectType(text: string): string;
  getRegisteredDiagramsMetadata(): readonly { readonly id: string }[];
  getDiagramFromText(text: string): Promise<ParsedDiagram>;
}

let loading: Promise<InstalledMermaid> | undefined;

export function installedMermaid(): Promise<InstalledMermaid> {
  loading ??= load();
  return loading;
}

/** Parses a diagram with the installed Mermaid and gives back its database; rejects where Mermaid refuses the text. */
export const mermaidDatabase = async (text: string): Promise<ParsedDiagram> =>
  (await installedMermaid()).getDiagramFromText(text);

/** Makes one file of the installed Mermaid that Node can require. */
export const bundleMermaid = (outfile: string) =>
  build({
    stdin: { contents: `export { default } from 'mermaid';`, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    outfile,
    plugins: [
      {
        name: 'without-sanitizer',
        setup(build) {
          build.onResolve({ filter: /^dompurify$/ }, () => ({ path: 'dompurify', namespace: 'stub' }));
          build.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: sanitizer, loader: 'js' }));
        },
      },
    ],
  });

async function load(): Promise<InstalledMermaid> {
  const folder = join(tmpdir(), `coursewright-mermaid-${process.pid}`);
  // Where esbuild does not start, whoever starts the tests has made the file.
  const outfile = process.env.COURSEWRIGHT_MERMAID ?? join(folder, 'mermaid.cjs');
  if (!process.env.COURSEWRIGHT_MERMAID) {
    await mkdir(folder, { recursive: true });
    await bundleMermaid(outfile);
  }
  Object.assign(globalThis, { window: { CSS: { supports: isStyle } } });
  const { default: mermaid } = createRequire(import.meta.url)(outfile);
  await rm(folder, { recursive: true, force: true });
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', logLevel: 'fatal', maxEdges: 100_000 });
  const { detectType, getRegisteredDiagramsMetadata, mermaidAPI } = mermaid;
  return {
    parse: mermaidAPI.parse,
    getDiagramFromText: mermaidAPI.getDiagramFromText,
    detectType,
    getRegisteredDiagramsMetadata,
  };
}

/** A browser's `CSS.supports`, as far as tests need it: boxes begin with a colour or with their name. */
function isStyle(property: string, value: string): boolean {
  return property !== 'color' || /^(?:aqua|purple|green|grey|yellow|transparent|(?:rgb|hsl)a?\s*\(.*\))$/i.test(value);
}
