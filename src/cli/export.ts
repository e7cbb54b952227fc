import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { pictureColours } from '../core/export/picture-colours';
import { type PictureSource, planPictures } from '../core/export/plan-pictures';
import { isOwnPicture, standalonePicture } from '../core/export/standalone-picture';
import { complain } from '../host/for-terminal';
import { HumanError, isMissing, systemReason } from '../host/human-error';
import { isInside } from '../host/is-inside';
import { createOwnPictureDrawer } from '../host/own-workers';
import { pngNote, withPngNote } from '../host/pictures/png-note';
import { createRasterizer } from '../host/pictures/rasterizer';
import { firstBytes } from '../host/read-bytes';
import { writeWhole } from '../host/write-whole';
import { openSession, relativePath, relativeUri, type Session } from '../session/session';
import { oneOf, readArguments, usage } from './arguments';
import { interruptibly } from './interrupted';
import { say } from './say';
import { ownVersion } from './version';

/** `coursewright export`: all diagrams of the named files as SVG or PNG, each a file; only what has changed is drawn. */
export async function exportPictures(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    out: { type: 'string' },
    format: { type: 'string', default: 'svg' },
    theme: { type: 'string', default: 'light' },
    font: { type: 'string' },
  });
  if (values.out === undefined) throw new HumanError(`--out names the folder for the pictures\n\n${usage}`);
  const theme = oneOf('--theme', values.theme, ['light', 'dark'] as const);
  const format = oneOf('--format', values.format, ['svg', 'png'] as const);
  if (values.font !== undefined && format !== 'png')
    throw new HumanError('--font is for --format png; an SVG takes its font where it is shown');
  const colours = pictureColours[theme];
  const out = resolve(values.out);
  const rasterizer = format === 'png' ? await createRasterizer(values.font) : undefined;
  const session = await openSession(positionals);
  const drawer = createOwnPictureDrawer();
  const count = { written: 0, unchanged: 0, missing: 0, plain: 0 };
  try {
    await interruptibly(async (signal) => {
      const planned = planPictures(await diagramsOf(session), {
        out: URI.file(out).toString(),
        colours,
        version: ownVersion,
        format,
        ...(rasterizer && { fonts: rasterizer.fonts }),
      });
      for (const [i, { uri, line, name, stamp, caption, text }] of planned.entries()) {
        progress(`${i + 1} of ${planned.length}`);
        const target = join(out, name);
        const fail = (why: string) => {
          count.missing++;
          progress('');
          complain(`${relativeUri(uri)}:${line + 1}: not drawn: ${why}`);
        };
        const before = noteOf(target);
        if (before === stamp) {
          count.unchanged++;
          continue;
        }
        if (before !== undefined && !isOwnPicture(before)) {
          fail(`${relativePath(target)} is a file of yours, and is left as it is`);
          continue;
        }
        const drawn = await drawer.draw({ text, colours }, signal);
        signal.throwIfAborted();
        if ('why' in drawn) fail(drawn.why);
        else {
          const svg = standalonePicture(drawn, stamp, caption);
          const dots = rasterizer?.rasterize(svg, drawn);
          if (dots?.lacksEmoji) count.plain++;
          write(target, dots ? withPngNote(dots.png, stamp) : svg, out);
          count.written++;
        }
      }
    });
  } finally {
    progress('');
    await Promise.all([session.dispose(), drawer.dispose()]);
  }
  if (count.plain > 0)
    complain(
      `emoji are left out of ${count.plain} PNG: no font with their outlines (Noto Emoji, Symbola) is installed`,
    );
  const missing = count.missing > 0 ? `, ${count.missing} not drawn` : '';
  await say(`${count.written} written, ${count.unchanged} unchanged${missing}, in ${relativePath(out)}\n`);
  if (session.incomplete) return 2;
  return count.missing > 0 ? 1 : 0;
}

/** The diagrams in the order of their files and texts. */
async function diagramsOf({ service, files, folders }: Session): Promise<PictureSource[]> {
  const sources: PictureSource[] = [];
  for (const { uri, file } of files) {
    if (file === undefined)
      throw new HumanError('the pictures of standard input have no place to link to; name a file');
    const [named = dirname(file)] = folders.filter((one) => isInside(file, one)).sort((a, b) => a.length - b.length);
    const folder = URI.file(named).toString();
    for (const { title, typeName, range, text } of (await service.panelDiagrams(uri)) ?? []) {
      sources.push({ uri: URI.file(file).toString(), folder, line: range.start.line, title, kind: typeName, text });
    }
  }
  return sources;
}

/** What a file says of itself: the note of a PNG, else the first line; undefined where there is no file. */
function noteOf(path: string): string | undefined {
  try {
    const bytes = firstBytes(path, 200);
    return pngNote(bytes) ?? bytes.toString('utf8').split('\n', 1)[0];
  } catch (error) {
    if (isMissing((error as Error).cause)) return undefined;
    throw error;
  }
}

/** Writes a picture inside the folder for pictures: a link to a folder that stands there may lead anywhere. */
function write(path: string, content: string | Uint8Array, out: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!isInside(join(realpathSync(dirname(path)), basename(path)), realpathSync(out)))
      throw new HumanError(`${path}: leads out of ${out}; nothing is written there`);
    writeWhole(path, content);
  } catch (error) {
    if (error instanceof HumanError) throw error;
    throw new HumanError(`${path}: cannot be written: ${systemReason(error)}`);
  }
}

/** How far it is, on one line of a terminal; nothing where standard error is a file. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
