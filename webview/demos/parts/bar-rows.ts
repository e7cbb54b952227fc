import { say } from '../../../src/core/l10n/say';
import { toHex } from '../../color';
import { svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';
import { ReadablePicture } from './readable-picture';

export interface BarRow {
  readonly name: string;
  /** One for each column; what is not finite has no bar. */
  readonly values: ArrayLike<number>;
  /** Columns drawn pale: out of the running. */
  readonly dim?: (column: number) => boolean;
  /** Columns drawn in the second colour: chosen, or lost. */
  readonly strong?: (column: number) => boolean;
  /** A level drawn across the row. */
  readonly line?: number;
}

export interface BarRowsData {
  /** What the bars show, for whoever cannot see them. */
  readonly name: string;
  readonly columns: number;
  readonly rows: readonly BarRow[];
  /** A column in words, said when it is pointed at or walked to. */
  say(column: number): string;
  /** Columns before which a group begins. */
  readonly dividers?: readonly number[];
}

const left = 112;
const [narrowest, widest] = [400, 1600];
const height = 38;
const gap = 8;

/** Rows of bars over the same columns, read column by column. */
export class BarRows {
  readonly element: HTMLElement;
  readonly #picture: ReadablePicture;
  readonly #mark = svgElement('rect', { fill: 'none', 'stroke-width': 1.5 });
  #shown: { readonly data: BarRowsData; readonly theme: PanelTheme } | undefined;
  /** The width of all columns. */
  #field = 1;
  #column = 0;

  constructor() {
    this.#picture = new ReadablePicture(say`bar rows`, {
      redraw: () => this.#shown && this.update(this.#shown.data, this.#shown.theme),
      point: (x) => this.#point(x),
      key: (name) => this.#walk(name),
    });
    this.element = this.#picture.element;
  }

  update(data: BarRowsData, theme: PanelTheme): void {
    this.#shown = { data, theme };
    const width = this.#picture.width(narrowest, widest);
    const field = width - left - 4;
    this.#field = field;
    const total = data.rows.length * (height + gap) + gap;
    this.#mark.setAttribute('stroke', toHex(theme.foreground));
    this.#mark.setAttribute('y', String(gap / 2));
    this.#mark.setAttribute('height', String(total - gap));
    this.#mark.setAttribute('width', String(Math.max(2, field / data.columns)));
    const dividers = (data.dividers ?? []).map((column) =>
      svgElement('line', {
        ...{ x1: left + (column / data.columns) * field, x2: left + (column / data.columns) * field },
        ...{ y1: gap / 2, y2: total - gap / 2, stroke: toHex(theme.border), 'stroke-width': 0.75 },
      }),
    );
    const parts = [
      ...data.rows.flatMap((row, index) => drawRow(row, data.columns, field, gap + index * (height + gap), theme)),
      ...dividers,
      this.#mark,
    ];
    this.#picture.draw(parts, width, total, theme, data.name, say`Arrow keys read the columns.`);
    this.select(Math.min(this.#column, data.columns - 1));
  }

  picture(): SVGSVGElement {
    return this.#picture.svg;
  }

  select(column: number): void {
    if (!this.#shown) return;
    const { data } = this.#shown;
    this.#column = column;
    this.#mark.setAttribute('x', String(left + (column / data.columns) * this.#field));
    this.#picture.say(data.say(column));
  }

  #point(x: number): void {
    const columns = this.#shown?.data.columns ?? 0;
    const column = Math.floor(((x - left) / this.#field) * columns);
    if (column >= 0 && column < columns) this.select(column);
  }

  #walk(key: string): boolean {
    const last = (this.#shown?.data.columns ?? 1) - 1;
    const next = { ArrowLeft: this.#column - 1, ArrowRight: this.#column + 1, Home: 0, End: last }[key];
    if (next === undefined) return false;
    this.select(Math.max(0, Math.min(last, next)));
    return true;
  }
}

/** Three paths a row, whatever the number of columns. */
function drawRow(row: BarRow, columns: number, field: number, top: number, theme: PanelTheme): SVGElement[] {
  let [low, high] = [Math.min(0, row.line ?? 0), Math.max(0, row.line ?? 0)];
  for (let i = 0; i < columns; i++) {
    const value = row.values[i]!;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low || 1;
  const y = (value: number) => top + height - ((value - low) / span) * height;
  const wide = Math.max(0.6, (field / columns) * (columns > 100 ? 1 : 0.82));
  const paths = { plain: '', dim: '', strong: '' };
  for (let i = 0; i < columns; i++) {
    const value = row.values[i]!;
    if (!Number.isFinite(value) || value === 0) continue;
    const style = row.strong?.(i) ? 'strong' : row.dim?.(i) ? 'dim' : 'plain';
    const x = left + (i / columns) * field;
    paths[style] += `M${x.toFixed(2)} ${y(0).toFixed(2)}V${y(value).toFixed(2)}h${wide.toFixed(2)}V${y(0).toFixed(2)}Z`;
  }
  const colors = { plain: theme.series[0]!, dim: theme.border, strong: theme.series[3]! };
  const bars = (['dim', 'plain', 'strong'] as const).map((style) =>
    svgElement('path', {
      d: paths[style] || 'M0 0',
      fill: toHex(theme.highContrast && style === 'plain' ? theme.foreground : colors[style]),
    }),
  );
  const label = svgElement(
    'text',
    {
      x: left - 8,
      y: top + height / 2,
      fill: toHex(theme.foreground),
      'font-size': 12,
      'text-anchor': 'end',
      'dominant-baseline': 'central',
    },
    row.name,
  );
  const base = svgElement('line', { x1: left, x2: left + field, y1: y(0), y2: y(0), stroke: toHex(theme.border) });
  if (row.line === undefined) return [label, ...bars, base];
  const level = svgElement('line', {
    ...{ x1: left, x2: left + field, y1: y(row.line), y2: y(row.line) },
    ...{ stroke: toHex(theme.foreground), 'stroke-dasharray': '4 3' },
  });
  return [label, ...bars, base, level];
}
