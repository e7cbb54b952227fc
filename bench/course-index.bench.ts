import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { URI } from 'vscode-uri';
import { type CourseService, createCourseService } from '../src/core/service';
import { defaultSettings } from '../src/core/settings';
import type { CourseWorkspace } from '../src/core/workspace';
import { createCourseReader } from '../src/host/course-reader';
import { createDiskWorkspace } from '../src/host/disk-workspace';
import type { Row } from './row';

export const name = 'Index of a generated course: 500 terms, lessons of 50 kB, 10 uses each';

const root = 'file:///course';
const glossaryUri = `${root}/glossary.md`;
const lessonBytes = 50_000;
const edits = 60;

/** Cold index at three sizes, then edits and questions in the largest course. */
export async function run(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let service: CourseService | undefined;
  let files = 0;
  for (files of [10, 100, 1000]) {
    service = serviceOver(files);
    const start = performance.now();
    const cpu = process.cpuUsage();
    await service.load(root);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    const megabytes = (files * lessonBytes) / 1e6;
    const note = `${((user + system) / 1000 / megabytes).toFixed(0)} ms of processor time a MB`;
    rows.push({ name: `cold index, ${files} files, ${megabytes} MB`, value: wall, unit: 'ms', note });
  }
  rows.push({ name: 'memory after it, whole process', value: settledMemory(), unit: 'MB' });
  rows.push(...(await questions(service!, files)));
  service = undefined;
  return [...rows, ...(await inThreads(files))];
}

/** The largest course on disk, read in threads as the server does; needs the built `dist/server.js`. */
async function inThreads(files: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-bench-'));
  const reader = createCourseReader({ workerScript: resolve('dist/server.js') });
  const delays = monitorEventLoopDelay({ resolution: 5 });
  try {
    for (const uri of urisOf(files)) writeFileSync(join(folder, uri.slice(root.length + 1)), textOf(uri));
    const onDisk = URI.file(folder).toString();
    const workspace = createDiskWorkspace({ roots: () => [onDisk], settingsOf: async () => defaultSettings });
    const service = createCourseService({ workspace, judge, reader, settingsOf: async () => defaultSettings });
    const start = performance.now();
    const cpu = process.cpuUsage();
    const own = performance.eventLoopUtilization();
    delays.enable();
    await service.load(onDisk);
    delays.disable();
    const wall = performance.now() - start;
    const { active } = performance.eventLoopUtilization(own);
    const { user, system } = process.cpuUsage(cpu);
    const note = `processor time ${((user + system) / 1e6).toFixed(1)} s in all threads, the first busy for ${(active / 1000).toFixed(1)} s`;
    const waits = (share: number) => delays.percentile(share) / 1e6;
    return [
      { name: `cold index in threads, ${files} files`, value: wall, unit: 'ms', note: `${note}; aim: 10000` },
      {
        name: 'what a question waits meanwhile, 95th percentile',
        value: waits(95),
        unit: 'ms',
        note: `99th ${waits(99).toFixed(1)} ms`,
      },
      { name: 'memory with the threads, whole process', value: settledMemory(), unit: 'MB' },
    ];
  } finally {
    await reader.dispose();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds by the clock, and of processor time, which says the same on a busy machine. */
interface Taken {
  readonly wall: number;
  readonly processor: number;
}

async function questions(service: CourseService, files: number): Promise<Row[]> {
  const lesson = uriOf(Math.floor(files / 2));
  let text = textOf(lesson);
  const at = text.toLowerCase().indexOf('term ') + 2;
  const position = positionIn(text, at);
  const times = new Map<string, Taken[]>();
  const timed = async (what: string, ask: () => unknown) => {
    const start = performance.now();
    const before = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(before);
    const taken = { wall: performance.now() - start, processor: (user + system) / 1000 };
    times.set(what, [...(times.get(what) ?? []), taken]);
  };
  service.open({ uri: lesson, text, version: 1 }, 'markdown');
  for (let round = 0; round < edits; round++) {
    text += round % 2 === 0 ? 'x' : ' y';
    await timed('an edit to a fresh index', () => {
      service.open({ uri: lesson, text, version: round + 2 }, 'markdown');
      return service.listTerms(lesson);
    });
    await timed('hover', () => service.hover(lesson, position));
    await timed('definition', () => service.definition(lesson, position));
    await timed('completion', () => service.completion(lesson, position, { snippets: true }));
    await timed('references', () => service.references(lesson, position, true));
  }
  let glossary = textOf(glossaryUri);
  for (let round = 0; round < edits; round++) {
    glossary = glossary.replace('# Glossary\n', `# Glossary\n\n- **New thing ${round} (N${round}T):** x\n`);
    await timed('a new term to a fresh index', () => {
      service.open({ uri: glossaryUri, text: glossary, version: round + 2 }, 'markdown');
      return service.hover(lesson, position);
    });
  }
  return [...times].map(([what, values]) => {
    const percentile = (share: number, clock: keyof Taken) => {
      const sorted = values
        .slice(5)
        .map((taken) => taken[clock])
        .sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length * share)]!;
    };
    const [median, most] = [0.5, 0.95].map((share) => percentile(share, 'processor').toFixed(1));
    return {
      name: `${what}, 95th percentile`,
      value: percentile(0.95, 'wall'),
      unit: 'ms',
      note: `median ${percentile(0.5, 'wall').toFixed(1)} ms; of processor time ${median} ms, 95th ${most} ms`,
    };
  });
}

const judge = {
  version: '0',
  judge: async () => ({ kind: 'good', type: 'flowchart' }) as const,
  show: async () => undefined,
  dispose: async () => {},
};

function serviceOver(files: number): CourseService {
  const uris = urisOf(files);
  const workspace: CourseWorkspace = {
    roots: [root],
    list: async () => uris,
    covers: async () => true,
    listImages: async () => [],
    listTables: async () => [],
    read: async (uri) => ({ uri, text: textOf(uri), version: 0 }),
    readData: async () => undefined,
    spellings: async (uri) => [uri],
  };
  return createCourseService({ workspace, judge, settingsOf: async () => defaultSettings });
}

const urisOf = (files: number): string[] => [glossaryUri, ...Array.from({ length: files - 1 }, (_, i) => uriOf(i + 1))];

const uriOf = (index: number): string => `${root}/lesson-${index}.md`;

const words = Array.from({ length: 20_000 }, (_, i) => {
  let word = '';
  for (let rest = i * 7919 + 13; rest > 0; rest = Math.floor(rest / 16)) word += 'etaoinshrdlucmfw'[rest % 16];
  return word + (i % 3 === 0 ? 'ed' : 'ing');
});
const terms = Array.from({ length: 500 }, (_, i) => `Term ${words[i * 31]} ${i % 3 === 0 ? 'gate' : 'layer'}`);

/** The text of a file, made anew at each reading, always the same. */
function textOf(uri: string): string {
  if (uri === glossaryUri) {
    return `# Glossary\n\n${terms.map((term, i) => `- **🤖 ${term} (T${i}X):** The ${words[i]} of ${words[i + 1]}.\n`).join('')}`;
  }
  let seed = Number(/\d+/.exec(uri)![0]);
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const parts = ['# Lesson\n'];
  let length = 0;
  for (let section = 1; length < lessonBytes; section++) {
    const prose = Array.from({ length: 500 }, (_, i) => {
      if (i % 450 === 40) return terms[random(terms.length)]!.toLowerCase();
      const word = words[Math.min(random(20_000), random(20_000), random(20_000))]!;
      return i % 80 === 79 ? `${word}.\n\n` : i % 14 === 13 ? `${word}\n` : i % 12 === 11 ? `${word},` : word;
    });
    const edges = Array.from({ length: 12 }, (_, i) => `  N${i}[Node ${words[random(20_000)]}] -->|goes| N${i + 1}`);
    const part =
      `\n## ${section}. ${words[random(20_000)]}\n\n${prose.join(' ')}\n\n` +
      `The formula $x_{1} + y^2$, \`code\` and [a link](lesson-3.md#lesson).\n\n` +
      (section % 3 === 0 ? `\`\`\`mermaid\nflowchart TD\n${edges.join('\n')}\n\`\`\`\n` : '');
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function positionIn(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** Resident memory once garbage is gone. */
function settledMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  return process.memoryUsage().rss / 1e6;
}
