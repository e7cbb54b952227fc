import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import program from '@resvg/resvg-wasm/index_bg.wasm';
import { emojiOf, withoutEmoji } from '../../core/text/emoji';
import { HumanError } from '../human-error';
import { readBytes } from '../read-bytes';
import { emojiFontOf, furtherFontsFor, installedFonts, sansSerifOf } from './sans-serif-fonts';

/** Dots of a PNG for one of the picture's own units, as screens of today have them. */
const scale = 2;
/** Dots of the longer side at most: a picture is made smaller rather than left out. */
const longest = 8192;
const largestFont = 64 * 1024 * 1024;

/** A picture in dots. */
export interface Rasterized {
  readonly png: Uint8Array;
  /** Whether its labels have emoji that no font at hand can draw, and that were left out. */
  readonly lacksEmoji: boolean;
}

export interface Rasterizer {
  /** Names its fonts: with others a picture would be another one. */
  readonly fonts: string;
  /** Makes a PNG of an SVG, in memory: nothing is run, nothing fetched. */
  rasterize(svg: string, size: { readonly width: number; readonly height: number }): Rasterized;
}

/**
 * A rasterizer with the named font, else with one of the system's without serifs.
 * @throws {HumanError} where there is no font to write labels with
 */
export async function createRasterizer(font: string | undefined): Promise<Rasterizer> {
  const installed = installedFonts();
  const own = font === undefined ? sansSerifOf(installed) : [font];
  if (own.length === 0)
    throw new HumanError('no font without serifs was found on this system: name one by --font FILE, or write SVG');
  await initWasm(readFileSync(join(__dirname, program)));
  const read = new Map<string, Uint8Array>();
  const bytesOf = (path: string): Uint8Array => {
    const bytes = read.get(path) ?? readBytes(path, largestFont);
    read.set(path, bytes);
    return bytes;
  };
  const emojiFont = emojiFontOf(installed);
  for (const path of own) if (!isFont(bytesOf(path))) throw new HumanError(`${path}: is no font (.ttf, .otf or .ttc)`);
  const rasterize: Rasterizer['rasterize'] = (svg, { width, height }) => {
    const hasEmoji = emojiOf(svg) !== null;
    const emoji = hasEmoji && emojiFont !== undefined ? [emojiFont] : [];
    const lacksEmoji = hasEmoji && emoji.length === 0;
    const fontBuffers = [...own, ...furtherFontsFor(svg, installed), ...emoji].map(bytesOf);
    const zoom = Math.min(scale, longest / Math.max(width, height, 1));
    const picture = new Resvg(lacksEmoji ? withoutEmojiLabels(svg) : svg, {
      font: { fontBuffers },
      fitTo: { mode: 'zoom', value: zoom },
    });
    const drawn = picture.render();
    const png = drawn.asPng();
    drawn.free();
    picture.free();
    return { png, lacksEmoji };
  };
  return { fonts: [...own, emojiFont ?? ''].join('\n'), rasterize };
}

/** Rather than boxes that say nothing, and so that the words are centred. */
const withoutEmojiLabels = (svg: string): string =>
  svg.replace(/>([^<]+)</g, (label, text: string) => (emojiOf(text) === null ? label : `>${withoutEmoji(text)}<`));

/** By its first bytes. Source: OpenType specification 1.9.1, “Organization of an OpenType font”. */
const isFont = (bytes: Uint8Array): boolean =>
  ['\0\x01\0\0', 'OTTO', 'ttcf', 'true'].includes(String.fromCharCode(...bytes.subarray(0, 4)));
