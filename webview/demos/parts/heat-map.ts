import { say } from '../../../src/core/l10n/say';
import { type Color, contrast, mix, toHex } from '../../color';
import { svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';
import { ReadablePicture } from './readable-picture';

export interface HeatMapData {
  /** What the map shows, for whoever cannot see it. */
  readonly name: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rowAxis: string;
  readonly columnAxis: string;
  /** Not finite where the cell is hidden. */
  at(row: number, column: number): number;
  /** Ends of the colours. With a negative low the scale has two sides and 0 is in the middle. */
  readonly low: number;
  readonly high: number;
  /** A cell in words, said when it is pointed at or walked to. */
  say(row: number, column: number): string;
}

export interface HeatMapOptions {
  /** Called with the cell that is pointed at or walked to; undefined when none is. */
  readonly onCell?: (row: number, column: number) => void;
}

const labelled = 40;
const written = 14;
/** Pixels: of a cell, of all rows, of a letter of a row's name, of the whole. */
const [largestCell, tallest, letter] = [52, 560, 7.5];
const [narrowest, widest] = [240, 1400];

/** A matrix as colours of one hue, light to dark, read cell by cell. */
export class HeatMap {
  readonly element: HTMLElement;
  readonly #picture: ReadablePicture;
  readonly #options: HeatMapOptions;
  #shown: { readonly data: HeatMapData; readonly theme: PanelTheme } | undefined;
  #mark: SVGRectElement | undefined;
  #cell = { row: 0, column: 0 };
  #geometry = { left: 0, top: 0, size: 1, tall: 1 };

  constructor(options: HeatMapOptions = {}) {
    this.#options = options;
    this.#picture = new ReadablePicture(say`heat map`, {
      redraw: () => this.#shown && this.update(this.#shown.data, this.#shown.theme),
      point: (x, y) => this.#point(x, y),
      key: (name) => this.#walk(name),
      entered: () => this.select(this.#cell.row, this.#cell.column),
    });
    this.element = this.#picture.element;
  }

  update(data: HeatMapData, theme: PanelTheme): void {
    this.#shown = { data, theme };
    this.#draw(data, theme);
    const row = Math.min(this.#cell.row, data.rows.length - 1);
    const column = Math.min(this.#cell.column, data.columns.length - 1);
    this.#mark?.setAttribute('visibility', 'hidden');
    this.select(Math.max(0, row), Math.max(0, column));
  }

  picture(): SVGSVGElement {
    return this.#picture.svg;
  }

  /** Marks a cell and says it. */
  select(row: number, column: number): void {
    const data = this.#shown?.data;
    if (!data || row >= data.rows.length || column >= data.columns.length) return;
    this.#cell = { row, column };
    const { left, top, size, tall } = this.#geometry;
    this.#mark?.setAttribute('x', String(left + column * size));
    this.#mark?.setAttribute('y', String(top + row * tall));
    this.#mark?.setAttribute('visibility', 'visible');
    this.#picture.say(data.say(row, column));
    this.#options.onCell?.(row, column);
  }

  #draw(data: HeatMapData, theme: PanelTheme): void {
    const [rows, columns] = [data.rows.length, data.columns.length];
    const [rowLabels, columnLabels] = [rows <= labelled, columns <= labelled];
    const longest = (names: readonly string[]) => Math.min(14, Math.max(...names.map((name) => [...name].length), 1));
    const beside = (rowLabels ? longest(data.rows) * letter + 26 : 22) + (columnLabels ? 40 : 4);
    const room = this.#picture.width(narrowest, widest) - beside;
    const size = Math.max(
      2,
      Math.min(largestCell, Math.floor(room / Math.max(columns, 1)), Math.floor(tallest / Math.max(rows, 1))),
    );
    // A few long rows, tokens by channels, get height enough to be told apart and named.
    const tall = Math.max(size, Math.min(18, Math.floor(tallest / Math.max(rows, 1))));
    const font = Math.max(7, Math.min(12, size * 0.72));
    const rowFont = Math.max(7, Math.min(12, tall * 0.72));
    const left = rowLabels ? longest(data.rows) * rowFont * 0.62 + 26 : 22;
    const top = columnLabels ? longest(data.columns) * font * 0.5 + 30 : 22;
    const [width, height] = [left + columns * size + (columnLabels ? 40 : 4), top + rows * tall + 4];
    this.#geometry = { left, top, size, tall };
    const ink = toHex(theme.foreground);
    const muted = toHex(theme.muted);
    const parts: SVGElement[] = [
      svgElement('text', { x: left, y: 12, fill: muted, 'font-size': 11 }, `${data.columnAxis} →`),
      svgElement(
        'text',
        { x: 0, y: 0, fill: muted, 'font-size': 11, transform: `translate(11 ${top + 4}) rotate(90)` },
        `${data.rowAxis} →`,
      ),
      svgElement('image', {
        ...{ x: left, y: top, width: columns * size, height: rows * tall, preserveAspectRatio: 'none' },
        ...{ href: paint(data, theme), style: 'image-rendering: pixelated' },
      }),
      svgElement('rect', {
        ...{ x: left, y: top, width: columns * size, height: rows * tall },
        ...{ fill: 'none', stroke: toHex(theme.border) },
      }),
    ];
    if (rowLabels) {
      for (const [i, name] of data.rows.entries()) {
        const place = { x: left - 5, y: top + (i + 0.5) * tall, 'text-anchor': 'end', 'dominant-baseline': 'central' };
        parts.push(svgElement('text', { fill: ink, 'font-size': rowFont, ...place }, clipped(name)));
      }
    }
    if (columnLabels) {
      for (const [i, name] of data.columns.entries()) {
        const transform = `translate(${left + (i + 0.5) * size} ${top - 5}) rotate(-38)`;
        parts.push(svgElement('text', { fill: ink, 'font-size': font, transform }, clipped(name)));
      }
    }
    if (Math.max(rows, columns) <= written && size >= 26) parts.push(...this.#numbers(data, theme));
    this.#mark = svgElement('rect', {
      ...{ width: size, height: tall, fill: 'none', 'stroke-width': 2, visibility: 'hidden' },
      stroke: toHex(theme.highContrast ? theme.accent : theme.foreground),
    });
    parts.push(this.#mark);
    this.#picture.draw(parts, width, height, theme, data.name, say`Arrow keys read the cells.`);
  }

  #numbers(data: HeatMapData, theme: PanelTheme): SVGElement[] {
    const { left, top, size, tall } = this.#geometry;
    return data.rows.flatMap((_, row) =>
      data.columns.map((__, column) => {
        const value = data.at(row, column);
        const under = shade(data, theme, value);
        const ink =
          contrast(theme.foreground, under) >= contrast(theme.background, under) ? theme.foreground : theme.background;
        return svgElement(
          'text',
          {
            ...{ x: left + (column + 0.5) * size, y: top + (row + 0.5) * tall, fill: toHex(ink) },
            ...{ 'font-size': size * 0.31, 'text-anchor': 'middle', 'dominant-baseline': 'central' },
          },
          Number.isFinite(value) ? short(value) : '·',
        );
      }),
    );
  }

  #point(x: number, y: number): void {
    const data = this.#shown?.data;
    const { left, top, size, tall } = this.#geometry;
    const column = Math.floor((x - left) / size);
    const row = Math.floor((y - top) / tall);
    if (data && row >= 0 && column >= 0 && row < data.rows.length && column < data.columns.length)
      this.select(row, column);
  }

  #walk(key: string): boolean {
    if (!this.#shown) return false;
    const { row, column } = this.#cell;
    const { rows, columns } = this.#shown.data;
    const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1];
    const next = {
      ArrowUp: [Math.max(0, row - 1), column],
      ArrowDown: [Math.min(lastRow, row + 1), column],
      ArrowLeft: [row, Math.max(0, column - 1)],
      ArrowRight: [row, Math.min(lastColumn, column + 1)],
      Home: [row, 0],
      End: [row, lastColumn],
      PageUp: [0, column],
      PageDown: [lastRow, column],
    }[key];
    if (!next) return false;
    this.select(next[0]!, next[1]!);
    return true;
  }
}

/** The colour of a value: from the background to one hue, whose lightness alone tells more from less. */
export function shade({ low, high }: Pick<HeatMapData, 'low' | 'high'>, theme: PanelTheme, value: number): Color {
  if (!Number.isFinite(value)) return theme.surface;
  const ends = [theme.highContrast ? theme.foreground : theme.series[0]!, theme.series[3]!];
  if (low >= 0) return mix(theme.background, ends[0]!, share(value - low, high - low));
  return value < 0
    ? mix(theme.background, ends[1]!, share(-value, Math.max(-low, high)))
    : mix(theme.background, ends[0]!, share(value, Math.max(-low, high)));
}

const share = (part: number, whole: number): number => (whole > 0 ? Math.max(0, Math.min(1, part / whole)) : 0);

/** One pixel a cell: however many cells there are, the picture has one element. */
function paint(data: HeatMapData, theme: PanelTheme): string {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, data.columns.length);
  canvas.height = Math.max(1, data.rows.length);
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(canvas.width, canvas.height);
  for (let row = 0; row < data.rows.length; row++) {
    for (let column = 0; column < data.columns.length; column++) {
      const { r, g, b } = shade(data, theme, data.at(row, column));
      image.data.set([r, g, b, 255], 4 * (row * data.columns.length + column));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

const clipped = (name: string): string => ([...name].length <= 14 ? name : `${[...name].slice(0, 13).join('')}…`);

/** Two decimals without the zero before the point, as there is little room: `.25`. */
function short(value: number): string {
  if (Math.abs(value) >= 100) return value.toPrecision(2).replace('e+', 'e');
  if (Math.abs(value) >= 10) return value.toFixed(0);
  return value
    .toFixed(Math.abs(value) >= 1 ? 1 : 2)
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-?\.00$/, '0');
}
