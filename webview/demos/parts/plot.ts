import { say } from '../../../src/core/l10n/say';
import { type Color, toHex } from '../../color';
import { element, svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';
import { type Axis, axisOver } from './axis';
import { inWords } from './in-words';
import { ReadablePicture } from './readable-picture';

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  /** The point in words, said when it is pointed at or walked to. */
  readonly say: string;
  /** Drawn as a hollow cross: left out of the fit. */
  readonly faint?: boolean;
}

/** One thing in a plot. A line joins its points, dots stand alone, a band fills between `y` and `high`. */
export type PlotSeries = {
  readonly name: string;
  /** Which of the theme's hues; its place among the series unless given. */
  readonly hue?: number;
} & (
  | { readonly kind: 'line'; readonly dash?: boolean; readonly points: readonly XY[] }
  | { readonly kind: 'dots'; readonly big?: boolean; readonly points: readonly PlotPoint[] }
  | { readonly kind: 'band'; readonly points: readonly (XY & { readonly high: number })[] }
);

interface XY {
  readonly x: number;
  readonly y: number;
}

export interface PlotData {
  /** What the plot shows, for whoever cannot see it. */
  readonly name: string;
  readonly x: { readonly label: string; readonly log: boolean };
  readonly y: { readonly label: string; readonly log: boolean };
  readonly series: readonly PlotSeries[];
  /** Where along x an upright line marks a place. */
  readonly at?: number;
}

const [narrowest, widest] = [220, 1100];
const frame = { left: 64, right: 14, top: 14, bottom: 44 };

interface Size {
  readonly width: number;
  readonly height: number;
}
const reach = 24;
/** Room that a letter of a label takes, at most. */
const letter = 7;

/** A chart with axes, read dot by dot. */
export class Plot {
  readonly element: HTMLElement;
  readonly #picture: ReadablePicture;
  readonly #legend = element('ul', { class: 'legend' });
  readonly #choose: ((series: number, point: number) => void) | undefined;
  readonly #mark = svgElement('circle', { r: 8, fill: 'none', 'stroke-width': 2, visibility: 'hidden' });
  #shown: { readonly data: PlotData; readonly theme: PanelTheme } | undefined;
  #size: Size = { width: narrowest, height: narrowest };
  #dots: { x: number; y: number; say: string; series: number; point: number }[] = [];
  #at = -1;

  /** @param choose called when a dot is clicked, or entered by keyboard. */
  constructor(choose?: (series: number, point: number) => void) {
    this.#choose = choose;
    const reader = {
      redraw: () => this.#shown && this.update(this.#shown.data, this.#shown.theme),
      point: (x: number, y: number) => this.#point(x, y),
      key: (name: string) => this.#walk(name),
      press: () => this.#enter(),
    };
    this.#picture = new ReadablePicture('plot', reader, this.#legend);
    this.element = this.#picture.element;
  }

  update(data: PlotData, theme: PanelTheme): void {
    this.#shown = { data, theme };
    const width = this.#picture.width(narrowest, widest);
    const height = Math.round(Math.min(380, Math.max(220, 0.6 * width)));
    this.#size = { width, height };
    const values = (key: 'x' | 'y') =>
      data.series.flatMap(({ points }) =>
        (points as readonly (XY & { high?: number })[]).flatMap((p) =>
          key === 'y' && p.high !== undefined ? [p.y, p.high] : [p[key]],
        ),
      );
    const [x, y] = [axisOver(values('x'), data.x.log), axisOver(values('y'), data.y.log)];
    const place = (point: XY) => ({
      x: frame.left + x.at(point.x) * (width - frame.left - frame.right),
      y: height - frame.bottom - y.at(point.y) * (height - frame.top - frame.bottom),
    });
    const usable = (p: XY) =>
      Number.isFinite(p.x) && Number.isFinite(p.y) && (!x.log || p.x > 0) && (!y.log || p.y > 0);
    this.#dots = data.series.flatMap((series, i) =>
      series.kind === 'dots'
        ? series.points.flatMap((p, point) => (usable(p) ? [{ ...place(p), say: p.say, series: i, point }] : []))
        : [],
    );
    const parts: SVGElement[] = axes(data, x, y, this.#size, theme);
    for (const [i, series] of data.series.entries())
      parts.push(...drawn(series, strokeOf(theme, series, i), place, usable));
    if (data.at !== undefined) parts.push(upright(place({ x: data.at, y: 1 }).x, height, theme));
    this.#mark.setAttribute('stroke', toHex(theme.foreground));
    this.#mark.setAttribute('visibility', 'hidden');
    const how = this.#dots.length > 0 ? say`Arrow keys read the points.` : '';
    this.#picture.draw([...parts, this.#mark], width, height, theme, data.name, how);
    this.#picture.svg.setAttribute('font-size', '11');
    this.#legend.replaceChildren(
      ...data.series.map((series, i) => element('li', {}, sample(series, strokeOf(theme, series, i)), series.name)),
    );
    this.#at = Math.min(this.#at, this.#dots.length - 1);
  }

  /** The plot with its legend above it, as one picture. */
  picture(): SVGSVGElement | undefined {
    if (!this.#shown) return undefined;
    const { data, theme } = this.#shown;
    const { width, height } = this.#size;
    const line = 18;
    const copy = this.#picture.svg.cloneNode(true) as SVGSVGElement;
    const room = data.series.length * line + 8;
    const rows = data.series.map((series, i) =>
      svgElement(
        'g',
        { transform: `translate(${frame.left} ${i * line - room})` },
        ...sample(series, strokeOf(theme, series, i)).children,
        svgElement('text', { x: 26, y: 10, fill: toHex(theme.foreground) }, series.name),
      ),
    );
    copy.append(...rows);
    copy.setAttribute('viewBox', `0 ${-room} ${width} ${height + room}`);
    copy.setAttribute('height', String(height + room));
    return copy;
  }

  #select(index: number): void {
    const dot = this.#dots[index];
    if (!dot) return;
    this.#at = index;
    this.#mark.setAttribute('cx', String(dot.x));
    this.#mark.setAttribute('cy', String(dot.y));
    this.#mark.setAttribute('visibility', 'visible');
    this.#picture.say(dot.say);
  }

  #enter(): void {
    const dot = this.#dots[this.#at];
    if (dot) this.#choose?.(dot.series, dot.point);
  }

  #point(x: number, y: number): void {
    const distances = this.#dots.map((dot) => Math.hypot(dot.x - x, dot.y - y));
    const nearest = distances.indexOf(Math.min(...distances));
    if ((distances[nearest] ?? reach) < reach) this.#select(nearest);
    else this.#at = -1;
  }

  #walk(key: string): boolean {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[key];
    if (step !== undefined) this.#select(Math.max(0, Math.min(this.#dots.length - 1, this.#at + step)));
    else if (key === 'Home') this.#select(0);
    else if (key === 'End') this.#select(this.#dots.length - 1);
    else if (key === 'Enter' || key === ' ') this.#enter();
    else return false;
    return true;
  }
}

const upright = (x: number, height: number, theme: PanelTheme): SVGElement =>
  svgElement('line', {
    ...{ x1: x, x2: x, y1: frame.top, y2: height - frame.bottom },
    ...{ stroke: toHex(theme.foreground), 'stroke-width': 1.5 },
  });

/** A round number without the digits that say nothing: `1e18`. */
const tickText = (tick: number): string =>
  tick >= 1e5 ? tick.toExponential().replace('e+', 'e') : inWords(tick).replace(/\.0+e/, 'e');

const hue = (theme: PanelTheme, index: number): Color => theme.series[index % theme.series.length]!;

function axes(data: PlotData, x: Axis, y: Axis, { width, height }: Size, theme: PanelTheme): SVGElement[] {
  const [ink, line] = [toHex(theme.muted), toHex(theme.border)];
  const [right, bottom] = [width - frame.right, height - frame.bottom];
  const parts: SVGElement[] = [];
  let free = 0;
  for (const tick of x.ticks) {
    const at = frame.left + x.at(tick) * (right - frame.left);
    parts.push(svgElement('line', { x1: at, x2: at, y1: frame.top, y2: bottom, stroke: line, 'stroke-opacity': 0.5 }));
    // A label has to end inside the picture and to leave a gap to the one before it, or it is left out.
    const text = tickText(tick);
    const half = (text.length * letter) / 2;
    const middle = Math.min(at, width - half);
    if (middle - half < free) continue;
    free = middle + half + letter;
    parts.push(svgElement('text', { x: middle, y: bottom + 15, fill: ink, 'text-anchor': 'middle' }, text));
  }
  for (const tick of y.ticks) {
    const at = bottom - y.at(tick) * (bottom - frame.top);
    parts.push(
      svgElement('line', { x1: frame.left, x2: right, y1: at, y2: at, stroke: line, 'stroke-opacity': 0.5 }),
      svgElement('text', { x: frame.left - 6, y: at + 4, fill: ink, 'text-anchor': 'end' }, tickText(tick)),
    );
  }
  const middle = (frame.top + bottom) / 2;
  parts.push(
    svgElement('rect', {
      ...{ x: frame.left, y: frame.top, width: right - frame.left, height: bottom - frame.top },
      ...{ fill: 'none', stroke: line },
    }),
    svgElement(
      'text',
      { x: (frame.left + right) / 2, y: height - 8, fill: ink, 'text-anchor': 'middle' },
      data.x.label,
    ),
    svgElement(
      'text',
      { x: 0, y: 0, fill: ink, 'text-anchor': 'middle', transform: `translate(13 ${middle}) rotate(-90)` },
      data.y.label,
    ),
  );
  return parts;
}

interface Stroke {
  readonly color: Color;
  readonly dashes: string | undefined;
}

/** Dashes of those that are dashed, and of solid ones; by how often all hues were used before. */
const dashesByRound = [
  { dashed: '6 4', solid: undefined },
  { dashed: '2 3', solid: '12 2' },
  { dashed: '9 3 2 3', solid: '14 2 2 2' },
] as const;

/** Where there are more series than hues, or two hues of a theme are much alike, their dashes tell them apart. */
function strokeOf(theme: PanelTheme, series: PlotSeries, index: number): Stroke {
  const at = series.hue ?? index;
  const color = hue(theme, at);
  const alike = theme.series.slice(0, at % theme.series.length).some((other) => distance(color, other) < 48);
  const round = Math.floor(at / theme.series.length) + (alike ? 1 : 0);
  const { dashed, solid } = dashesByRound[Math.min(dashesByRound.length - 1, round)]!;
  if (series.kind !== 'line') return { color, dashes: undefined };
  return { color, dashes: series.dash ? dashed : solid };
}

const distance = (one: Color, other: Color): number => Math.hypot(one.r - other.r, one.g - other.g, one.b - other.b);

function drawn(
  series: PlotSeries,
  { color, dashes }: Stroke,
  place: (point: XY) => XY,
  usable: (point: XY) => boolean,
): SVGElement[] {
  const stroke = toHex(color);
  if (series.kind === 'line') {
    const points = series.points.filter(usable).map(place);
    return [
      svgElement('polyline', {
        ...{ points: points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' '), fill: 'none', stroke },
        ...{ 'stroke-width': 2, 'stroke-dasharray': dashes },
      }),
    ];
  }
  if (series.kind === 'band') {
    const low = series.points.filter(usable).map(place);
    const high = series.points.filter(usable).map(({ x, high }) => place({ x, y: high }));
    const outline = [...low, ...high.reverse()].map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(' ');
    return [svgElement('polygon', { points: outline, fill: stroke, 'fill-opacity': 0.2 })];
  }
  return series.points.filter(usable).map((point) => {
    const { x, y } = place(point);
    if (point.faint) {
      const d = `M${x - 3} ${y - 3}l6 6m0-6l-6 6`;
      return svgElement('path', { d, stroke, fill: 'none', 'stroke-width': 1.5 });
    }
    return svgElement('circle', { cx: x, cy: y, r: series.big ? 6 : 3.2, fill: stroke, 'fill-opacity': 0.85 });
  });
}

function sample(series: PlotSeries, { color, dashes }: Stroke): SVGSVGElement {
  const stroke = toHex(color);
  const shape =
    series.kind === 'dots'
      ? svgElement('circle', { cx: 9, cy: 6, r: series.big ? 5 : 3.2, fill: stroke })
      : series.kind === 'band'
        ? svgElement('rect', { x: 0, y: 1, width: 18, height: 10, fill: stroke, 'fill-opacity': 0.3 })
        : svgElement('line', {
            ...{ x1: 0, x2: 18, y1: 6, y2: 6, stroke, 'stroke-width': 2 },
            'stroke-dasharray': dashes,
          });
  return svgElement(
    'svg',
    { class: 'icon', width: 18, height: 12, viewBox: '0 0 18 12', 'aria-hidden': 'true' },
    shape,
  );
}
