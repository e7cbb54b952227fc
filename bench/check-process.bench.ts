import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseCourseDocument } from '../src/core/parse-course-document';
import { sharedFile } from '../test/support/shared';
import { inTurn, spread } from './measure';
import type { Row } from './row';

export const name = 'check, as a whole process';

/** `check` on both real courses, in turn with a bare script that only imports Mermaid and parses the same diagrams. */
export async function run(): Promise<Row[]> {
  const courses = ['corpus/courses/streamlit-scroller.md', 'corpus/courses/streamlit-app.py'].map(sharedFile);
  const files = courses.filter((file) => file !== undefined);
  if (files.length < courses.length) files.splice(0, files.length, ...sampleFiles());
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-bench-'));
  try {
    const bare = join(folder, 'bare.mjs');
    writeFileSync(join(folder, 'hooks.mjs'), hooks);
    writeFileSync(bare, bareScript(files.flatMap(diagramsOf)));
    const env = { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
    const node = (...args: string[]) => spawnSync(process.execPath, args, { stdio: 'ignore', env });
    const tried = spawnSync(process.execPath, [bare], { encoding: 'utf8' });
    if (tried.status !== 0) throw new Error(`the bare script failed: ${tried.stderr}`);
    const times = await inTurn(
      {
        check: () => node(resolve('dist/cli.js'), 'check', '--no-cache', ...files),
        again: () => node(resolve('dist/cli.js'), 'check', ...files),
        bare: () => node(bare),
      },
      { runs: 9, warm: 2 },
    );
    return [
      { name: 'coursewright check --no-cache', value: times.check.median, unit: 'ms', note: spread(times.check) },
      { name: 'the same, its verdicts remembered', value: times.again.median, unit: 'ms', note: spread(times.again) },
      {
        name: 'import mermaid, parse the same diagrams',
        value: times.bare.median,
        unit: 'ms',
        note: spread(times.bare),
      },
      ...manyFiles(folder),
      { name: 'ratio', value: times.check.median / times.bare.median, unit: '×', note: 'aim: at most 1' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `check` of 1,000 lessons with 3 diagrams each, no two alike. */
function manyFiles(folder: string): Row[] {
  const course = join(folder, 'course');
  mkdirSync(course);
  for (let file = 0; file < 1000; file++) {
    const diagram = (i: number) =>
      `\`\`\`mermaid\nflowchart TD\n${Array.from({ length: 12 }, (_, e) => `  N${e}[Node ${file} ${i}] --> N${e + 1}`).join('\n')}\n\`\`\`\n`;
    writeFileSync(
      join(course, `lesson-${file}.md`),
      `# Lesson ${file}\n\n${[0, 1, 2].map((i) => `A paragraph.\n\n${diagram(i)}`).join('\n')}`,
    );
  }
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--no-cache', course], {
    encoding: 'utf8',
  });
  const wall = performance.now() - start;
  if (stderr !== '') throw new Error(`check failed: ${stderr}`);
  const note = stdout.trim().split('\n').at(-1)!;
  return [{ name: 'check of 1,000 files with 3,000 diagrams', value: wall, unit: 'ms', note }];
}

const sampleFiles = (): string[] =>
  readdirSync('samples/course', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(md|py)$/.test(file))
    .map((file) => resolve('samples/course', file));

function diagramsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const language = path.endsWith('.py') ? 'python' : 'markdown';
  return parseCourseDocument({ uri: path, text, version: 0 }, language).diagrams.map(({ content }) => content.text);
}

/** With the smallest shims that let Mermaid parse in plain Node: a window, and nothing to purify. */
const bareScript = (diagrams: readonly string[]) => `
import { register } from 'node:module';
register(new URL('hooks.mjs', import.meta.url));
globalThis.window = { CSS: { supports: () => true } };
const { default: mermaid } = await import(${JSON.stringify(resolve('node_modules/mermaid/dist/mermaid.core.mjs'))});
let good = 0;
for (const text of ${JSON.stringify(diagrams)}) good += (await mermaid.parse(text, { suppressErrors: true })) ? 1 : 0;
if (good === 0) throw new Error('Mermaid parsed nothing');
`;

const hooks = `
const stub = 'data:text/javascript,' + encodeURIComponent('export default { addHook() {}, sanitize: (text) => text }');
export const resolve = (name, context, next) =>
  name === 'dompurify' ? { url: stub, shortCircuit: true } : next(name, context);
`;
