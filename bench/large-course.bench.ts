import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inTurn, spread } from './measure';
import type { Row } from './row';

export const name = 'check of large courses, as a whole process';

const words = `attention values keys queries softmax layer gradient token vector matrix weights router expert model loss
data course lesson example figure reader student learns computes shows each every because when then`.split(/\s+/);

/**
 * Prose alone, in many small files: in turn with other linters of markdown where they are installed in the folder that
 * `COURSEWRIGHT_PEERS` names (`npm install rumdl markdownlint-cli2` there). And by doubling, to see whether it is linear.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-large-'));
  try {
    const course = join(folder, 'course');
    const files = 5000;
    const megabytes = write(course, files);
    const times = await inTurn(programs(course), { runs: 3, warm: 1 });
    const rows = Object.entries(times).map(([program, time]) => ({
      name: `${program}: ${files} files, ${megabytes.toFixed(0)} MB`,
      value: time.median,
      unit: 'ms',
      note: spread(time),
    }));
    const doubled = [1250, 2500, 5000].map((count) => {
      const part = join(folder, `course-${count}`);
      write(part, count);
      const { milliseconds, memory } = measured(part);
      const note = memory ? `${memory.toFixed(0)} MB of memory` : '';
      return { name: `check: ${count} files`, value: milliseconds, unit: 'ms', note };
    });
    return [...rows, ...doubled];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function programs(course: string): Record<string, () => unknown> {
  const quietly = (program: string, ...args: string[]) => spawnSync(program, args, { stdio: 'ignore' });
  const peers = process.env.COURSEWRIGHT_PEERS;
  const peer = (command: string) => peers && existsSync(bin(peers, command)) && bin(peers, command);
  const [rumdl, markdownlint] = [peer('rumdl'), peer('markdownlint-cli2')];
  return {
    'coursewright check': () => quietly(process.execPath, resolve('dist/cli.js'), 'check', course),
    ...(rumdl && { rumdl: () => quietly(rumdl, 'check', '--no-cache', course) }),
    ...(markdownlint && { 'markdownlint-cli2': () => quietly(markdownlint, `${course}/**/*.md`) }),
  };
}

const bin = (folder: string, command: string): string => join(folder, 'node_modules', '.bin', command);

/** One run, with the most memory it held, which only a preloaded script can tell. */
function measured(course: string): { milliseconds: number; memory: number } {
  const tell =
    'data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--import', tell, resolve('dist/cli.js'), 'check', course], {
    encoding: 'utf8',
  });
  return { milliseconds: performance.now() - start, memory: Number(stderr) / 1024 };
}

/** Writes lessons of four kilobytes that link to each other; gives their size in megabytes. */
function write(course: string, files: number): number {
  let seed = 7;
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  const sentence = () => `Now ${Array.from({ length: 10 + below(10) }, () => words[below(words.length)]).join(' ')}.`;
  let size = 0;
  for (let file = 0; file < files; file++) {
    if (file % 100 === 0) mkdirSync(join(course, `part-${file / 100}`), { recursive: true });
    let text = `# Lesson ${file}\n`;
    for (let part = 1; text.length < 4000; part++) {
      const other = below(files);
      const link = `[another](../part-${Math.floor(other / 100)}/lesson-${other}.md)`;
      text += `\n## Part ${part} of the lesson\n\n${sentence()}\n${sentence()}\nSee ${link}.\n\n- ${sentence()}\n- ${sentence()}\n`;
    }
    writeFileSync(join(course, `part-${Math.floor(file / 100)}`, `lesson-${file}.md`), text);
    size += text.length;
  }
  return size / 1e6;
}
