import { say } from '../../../src/core/l10n/say';
import type { Operation } from '../../../src/core/reference/collective/collective-cost';
import type { Transfer } from '../../../src/core/reference/collective/collective-steps';
import { holdingsAfter } from '../../../src/core/reference/collective/holdings';
import { type Color, mix, toHex } from '../../color';
import { svgElement } from '../../dom';
import type { PanelTheme } from '../../theme';
import { inWords } from '../parts/in-words';
import { ReadablePicture } from '../parts/readable-picture';
import type { DrawnCollective } from './drawn-collective';

export interface RanksData {
  readonly drawn: DrawnCollective;
  readonly operation: Operation;
  /** Steps that are done; the last of them is drawn as arrows. */
  readonly done: number;
}

const [narrowest, widest] = [300, 900];
/** Pixels: around a node, between ranks, over a row for its arrows, of a rank's name, between rows. */
const [edge, gap, arch, name, between] = [8, 12, 34, 16, 22];
/** Pixels of a rank at most. */
const [wide, tall] = [64, 64];

interface Box {
  readonly x: number;
  readonly y: number;
}

/** The ranks in their nodes, what each has piece by piece, and who sends to whom in the step that is shown. */
export class RanksPicture {
  readonly element: HTMLElement;
  readonly #picture: ReadablePicture;
  readonly #mark = svgElement('rect', { fill: 'none', 'stroke-width': 2, visibility: 'hidden' });
  #shown: { readonly data: RanksData; readonly theme: PanelTheme } | undefined;
  #boxes: readonly Box[] = [];
  #size = { width: wide, height: tall };
  #at = 0;

  constructor() {
    this.#picture = new ReadablePicture('ranks', {
      redraw: () => this.#shown && this.update(this.#shown.data, this.#shown.theme),
      point: (x, y) => this.#point(x, y),
      key: (key) => this.#walk(key),
      entered: () => this.#select(this.#at),
    });
    this.element = this.#picture.element;
  }

  update(data: RanksData, theme: PanelTheme): void {
    this.#shown = { data, theme };
    const { nodes, perNode, ranks, steps } = data.drawn;
    const width = this.#picture.width(narrowest, widest);
    // Nodes of one rank stand in one row, as ranks of a node do.
    const columns = perNode === 1 ? nodes : perNode;
    const rank = Math.min(wide, (width - 2 * edge - (columns + 1) * gap) / columns);
    const height = Math.min(tall, Math.max(24, 4 * ranks));
    this.#size = { width: rank, height };
    const row = arch + name + height + edge + between;
    const left = (width - columns * (rank + gap) + gap) / 2;
    this.#boxes = Array.from({ length: ranks }, (_, index) => ({
      x: left + (index % columns) * (rank + gap),
      y: Math.floor(index / columns) * row + arch + name,
    }));
    const total = Math.ceil(ranks / columns) * row - between + 4;
    const held = holdingsAfter(data.operation, steps, data.done, ranks);
    const step = steps[data.done - 1];
    this.#mark.setAttribute('width', String(rank + 4));
    this.#mark.setAttribute('height', String(height + 4));
    this.#mark.setAttribute('stroke', toHex(theme.foreground));
    this.#mark.setAttribute('visibility', 'hidden');
    const parts = [
      ...this.#nodes(columns, theme),
      ...held.flatMap((pieces, index) => this.#rank(index, pieces, theme)),
      ...(step?.transfers.flatMap((transfer) => this.#arrow(transfer, theme)) ?? []),
      this.#mark,
    ];
    const label = say`${ranks} ranks in ${nodes} nodes, ${stepWords(data)}`;
    this.#picture.draw(parts, width, total, theme, label, say`Arrow keys read the ranks.`);
    this.#picture.svg.setAttribute('font-size', '11');
    this.#say();
  }

  picture(): SVGSVGElement {
    return this.#picture.svg;
  }

  #nodes(columns: number, theme: PanelTheme): SVGElement[] {
    const { perNode } = this.#shown!.data.drawn;
    if (perNode === 1) return [];
    return this.#boxes
      .filter((_, index) => index % columns === 0)
      .map(({ x, y }) =>
        svgElement('rect', {
          ...{ x: x - edge, y: y - name - 4, rx: 6, fill: toHex(theme.surface), stroke: toHex(theme.border) },
          ...{
            width: columns * (this.#size.width + gap) - gap + 2 * edge,
            height: this.#size.height + name + edge + 4,
          },
        }),
      );
  }

  #rank(index: number, pieces: readonly number[], theme: PanelTheme): SVGElement[] {
    const { x, y } = this.#boxes[index]!;
    const { width, height } = this.#size;
    const thick = height / pieces.length;
    const paper = theme.background;
    const full: Color = theme.series[1]!;
    const cells = pieces.map((share, piece) =>
      svgElement('rect', {
        ...{ x, y: y + piece * thick, width, height: thick },
        fill: toHex(share >= 1 - 1e-9 ? full : mix(paper, theme.series[0]!, 0.85 * share ** 0.6)),
      }),
    );
    const frame = { x, y, width, height, fill: 'none', stroke: toHex(theme.border) };
    const label = { x: x + width / 2, y: y - 4, fill: toHex(theme.foreground), 'text-anchor': 'middle' };
    return [...cells, svgElement('rect', frame), svgElement('text', label, `${index}`)];
  }

  /** An arc over the row; to another row a line from below to above, or the other way. */
  #arrow({ from, to, isOutside }: Transfer, theme: PanelTheme): SVGElement[] {
    const [a, b] = [this.#boxes[from]!, this.#boxes[to]!];
    const { width, height } = this.#size;
    const color = toHex(isOutside ? theme.series[3]! : theme.foreground);
    const isLevel = a.y === b.y;
    const aside = width / 5;
    const start = { x: a.x + width / 2 + (b.x > a.x ? aside : -aside), y: a.y - name + 2 };
    const end = { x: b.x + width / 2 + (b.x > a.x ? -aside : aside), y: b.y - name + 2 };
    if (!isLevel) {
      const down = b.y > a.y;
      start.x = a.x + width / 2 + (down ? aside : -aside);
      end.x = b.x + width / 2 + (down ? aside : -aside);
      start.y = down ? a.y + height : a.y - name + 2;
      end.y = down ? b.y - name + 2 : b.y + height;
    }
    const lift = Math.min(arch - 6, 8 + Math.abs(end.x - start.x) / 10);
    const control = isLevel
      ? { x: (start.x + end.x) / 2, y: start.y - 2 * lift }
      : { x: (start.x + end.x) / 2 + (a.x === b.x ? 0 : 8), y: (start.y + end.y) / 2 };
    const path = `M${point(start)}Q${point(control)} ${point(end)}`;
    const [dx, dy] = [end.x - control.x, end.y - control.y];
    const long = Math.hypot(dx, dy) || 1;
    const [ux, uy] = [dx / long, dy / long];
    const head = [
      end,
      { x: end.x - 7 * ux - 3 * uy, y: end.y - 7 * uy + 3 * ux },
      { x: end.x - 7 * ux + 3 * uy, y: end.y - 7 * uy - 3 * ux },
    ];
    return [
      svgElement('path', { d: path, fill: 'none', stroke: color, 'stroke-width': isOutside ? 2 : 1.25 }),
      svgElement('polygon', { points: head.map(point).join(' '), fill: color }),
    ];
  }

  #select(index: number): void {
    const box = this.#boxes[index];
    if (!box) return;
    this.#at = index;
    this.#mark.setAttribute('x', String(box.x - 2));
    this.#mark.setAttribute('y', String(box.y - 2));
    this.#mark.setAttribute('visibility', 'visible');
    this.#say();
  }

  #say(): void {
    const data = this.#shown?.data;
    if (data) this.#picture.say(rankWords(Math.min(this.#at, data.drawn.ranks - 1), data));
  }

  #point(x: number, y: number): void {
    const { width, height } = this.#size;
    const at = this.#boxes.findIndex(
      (box) => x >= box.x && x <= box.x + width && y >= box.y - name && y <= box.y + height,
    );
    if (at >= 0) this.#select(at);
  }

  #walk(key: string): boolean {
    const { ranks, perNode } = this.#shown!.data.drawn;
    const to = {
      ...{ ArrowRight: this.#at + 1, ArrowLeft: this.#at - 1, Home: 0, End: ranks - 1 },
      ...{ ArrowDown: this.#at + perNode, ArrowUp: this.#at - perNode },
    }[key];
    if (to === undefined) return false;
    this.#select(Math.max(0, Math.min(ranks - 1, to)));
    return true;
  }
}

const point = ({ x, y }: Box): string => `${x.toFixed(1)},${y.toFixed(1)}`;

const stepWords = ({ drawn, done }: RanksData): string =>
  done === 0 ? say`before the first step` : say`step ${done} of ${drawn.steps.length}: ${drawn.steps[done - 1]!.what}`;

/** What a rank has, and what it sends and gets in the step that is shown. */
function rankWords(rank: number, { drawn, operation, done }: RanksData): string {
  const { steps, ranks } = drawn;
  const held = holdingsAfter(operation, steps, done, ranks)[rank]!;
  const whole = held.filter((share) => share >= 1 - 1e-9).length;
  const step = steps[done - 1];
  const sent = step?.transfers.find(({ from }) => from === rank);
  const got = step?.transfers.find(({ to }) => to === rank);
  const many = (count: number) => (count === 1 ? say`1 piece` : say`${count} pieces`);
  const words = [
    sent && say`sends ${many(sent.pieces.length)} to ${sent.to}${sent.isOutside ? say`, out of its node` : ''}`,
    got && say`gets ${many(got.pieces.length)} from ${got.from}`,
  ].filter((part) => part !== undefined);
  const has = operation === 'all-to-all' ? say`has got` : say`has in full`;
  return say`rank ${rank}: ${[...words, say`${has} ${inWords(whole)} of ${ranks}`].join(', ')}`;
}
