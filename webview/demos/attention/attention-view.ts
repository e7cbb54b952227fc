import type { AttentionTrace } from '../../../src/core/demos/attention/attention-problem';
import { say } from '../../../src/core/l10n/say';
import { entropy } from '../../../src/core/reference/softmax';
import type { Tensor } from '../../../src/core/reference/tensor';
import { element } from '../../dom';
import type { PanelTheme } from '../../theme';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { Choices } from '../parts/choices';
import { Figure } from '../parts/figure';
import { HeatMap } from '../parts/heat-map';
import { inWords } from '../parts/in-words';
import {
  type AttentionStep,
  rowWeights,
  scalingEffect,
  stepMatrix,
  stepMeanings,
  stepNames,
  stepsOf,
} from './attention-steps';
import { HeadStrip } from './head-strip';
import { sparseWords } from './sparse-words';

type ShownAttention = Shown<'attention', AttentionTrace>;

/** Beyond this the comparison with and without √d is left out: it computes a head twice. */
const comparable = 4e6;

/** One head at one step as a heat map, all heads small beside it, and what the numbers say. */
export class AttentionView implements DemoView<'attention', AttentionTrace> {
  readonly root: HTMLElement;
  readonly #heads: HeadStrip;
  readonly #steps: Choices;
  readonly #meaning = element('p', { class: 'hint' });
  readonly #sparse = element('p', { class: 'sparse' });
  readonly #map = new HeatMap({ onCell: (row) => this.#drawRow(row) });
  readonly #figure: Figure;
  readonly #row = new BarRows();
  readonly #rowFigure: Figure;
  readonly #effect = element('p', { class: 'hint' });
  readonly #entropies = new BarRows();
  readonly #entropyWords = element('p', { class: 'entropy' });
  readonly #entropyFigure: Figure;
  #shown: ShownAttention | undefined;
  #head: number | undefined;
  #written: number | undefined;
  #step: AttentionStep | undefined;

  constructor(host: DemoViewHost) {
    this.#figure = new Figure(this.#map, host, { words: [this.#sparse, this.#meaning] });
    this.#rowFigure = new Figure(this.#row, host, { words: [this.#effect] });
    this.#entropyFigure = new Figure(this.#entropies, host, { words: [this.#entropyWords] });
    this.#heads = new HeadStrip((head) => {
      this.#head = head;
      this.#draw();
    });
    this.#steps = new Choices(say`Step`, (step) => {
      this.#step = stepsOf(this.#shown!.prepared.problem)[step]!;
      this.#draw();
    });
    const map = [this.#heads.element, this.#steps.element, this.#figure.element];
    this.root = element(
      'div',
      {},
      element('div', { class: 'attention' }, ...map),
      this.#rowFigure.element,
      this.#entropyFigure.element,
    );
  }

  update(shown: ShownAttention): void {
    this.#shown = shown;
    const written = shown.demo.values.head ?? 0;
    if (this.#written !== written) this.#head = written;
    this.#written = written;
    this.#draw();
  }

  picture(): SVGSVGElement {
    return this.#map.picture();
  }

  table(): Table {
    const { queryTokens, columns, matrix } = this.#matrix();
    return {
      columns: ['', ...columns],
      rows: queryTokens.map((name, row) => [name, ...matrix.row(row)]),
    };
  }

  #draw(): void {
    const shown = this.#shown;
    if (!shown) return;
    const { trace, theme } = shown;
    const heads = trace.weights.size(0);
    this.#head = Math.min(this.#head ?? 0, heads - 1);
    const { recorded } = shown.prepared.problem;
    this.#heads.update(recorded?.weights ?? trace.weights, this.#head, theme);
    const steps = stepsOf(shown.prepared.problem);
    // What was recorded is what its author shows.
    if (!this.#step || !steps.includes(this.#step)) this.#step = steps.includes('recorded') ? 'recorded' : 'softmax';
    this.#steps.update(
      steps.map((step, index) => `${index + 1} ${stepNames[step]}`),
      steps.indexOf(this.#step),
    );
    this.#meaning.textContent = stepMeanings[this.#step];
    this.#sparse.hidden = !trace.dense;
    this.#sparse.textContent = trace.dense ? sparseWords(shown.results) : '';
    this.#drawMap(theme);
    this.#figure.update(this.#mapName(), () => this.table());
    this.#drawEntropy(shown);
    this.#drawEffect(shown);
  }

  #mapName(): string {
    return say`Head ${this.#head}, ${this.#step}`;
  }

  #drawEntropy({ trace, prepared, theme, results }: ShownAttention): void {
    const { queryTokens, keyTokens } = prepared.problem;
    const values = queryTokens.map((_, row) => entropy(trace.weights.row(this.#head!, row)));
    const recorded = results.recorded_entropy?.[this.#head!]?.map((value) => value ?? Number.NaN);
    this.#entropyWords.textContent = entropyWords(values, queryTokens, keyTokens.length);
    const most = Math.log(keyTokens.length);
    this.#entropies.update(
      {
        name: say`Entropy of each query’s weights`,
        columns: values.length,
        rows: [
          { name: recorded ? say`computed` : say`nats`, values, line: most },
          ...(recorded ? [{ name: say`recorded`, values: recorded, line: most }] : []),
        ],
        say: (row) =>
          say`“${queryTokens[row]}” (${row}): ${inWords(values[row])} nats of at most ${inWords(most)}${recorded ? say`; recorded ${inWords(recorded[row])}` : ''}`,
      },
      theme,
    );
    this.#entropyFigure.update(say`Entropy of each query`, () => ({
      columns: [say`query`, say`entropy, nats`, ...(recorded ? [say`recorded`] : [])],
      rows: queryTokens.map((token, row) => [token, values[row]!, ...(recorded ? [recorded[row]!] : [])]),
    }));
  }

  #drawEffect({ prepared }: ShownAttention): void {
    const { problem } = prepared;
    const small = problem.query.size(1) * problem.key.size(1) * problem.query.size(2) <= comparable;
    this.#effect.hidden = !small;
    if (!small) return;
    const { scaled, unscaled } = scalingEffect(problem, this.#head!, entropy);
    const width = problem.query.size(2);
    this.#effect.textContent = say`What √d does: with scores divided by √${width} = ${inWords(Math.sqrt(width))} a row of this head holds ${inWords(scaled, 3)} nats on average, without the division ${inWords(unscaled, 3)}.`;
  }

  /** The row that is read in the map: its weights as they are, and as they would be without √d. */
  #drawRow(row: number): void {
    if (!this.#shown) return;
    const { prepared, theme } = this.#shown;
    const { problem } = prepared;
    const { keyTokens, queryTokens } = problem;
    const [scaled, plain] = [true, false].map((divided) => rowWeights(problem, this.#head!, row, divided)) as [
      Float64Array,
      Float64Array,
    ];
    const name = say`Weights of “${queryTokens[row]}” (${row}), with √d and without`;
    this.#row.update(
      {
        ...{ name, columns: keyTokens.length },
        rows: [
          { name: say`with √d`, values: scaled, line: 1 },
          { name: say`without`, values: plain, line: 1 },
        ],
        say: (key) =>
          say`“${keyTokens[key]}” (${key}): ${inWords(scaled[key])}; without the division by √d ${inWords(plain[key])}`,
      },
      theme,
    );
    this.#rowFigure.update(name, () => ({
      columns: [say`key`, say`with √d`, say`without`],
      rows: keyTokens.map((token, key) => [token, scaled[key]!, plain[key]!]),
    }));
  }

  #drawMap(theme: PanelTheme): void {
    const step = this.#step;
    const { queryTokens, columns, matrix } = this.#matrix();
    const finite = matrix.data.filter(Number.isFinite);
    const [least, greatest] = extent(finite);
    const weights = step === 'softmax' || step === 'recorded';
    this.#map.update(
      {
        name: this.#mapName(),
        rows: queryTokens,
        columns,
        rowAxis: say`queries`,
        columnAxis:
          step === 'mixed' ? say`channels of the output` : step === 'blocks' ? say`blocks of keys` : say`keys`,
        low: weights ? 0 : Math.min(0, least),
        high: weights ? Math.max(greatest, 1e-12) : Math.max(0, greatest),
        at: (row, column) => matrix.row(row)[column]!,
        say: (row, column) => {
          const value = matrix.row(row)[column]!;
          const [query, key] = [queryTokens[row]!, columns[column]!];
          if (step === 'mixed') return say`“${query}” (${row}), channel ${column}: ${inWords(value)}`;
          const hidden = value === Number.NEGATIVE_INFINITY ? say` (hidden, or not computed)` : '';
          return `“${query}” (${row}) → “${key}” (${column}): ${inWords(value)}${hidden}`;
        },
      },
      theme,
    );
  }

  #matrix(): { queryTokens: readonly string[]; columns: readonly string[]; matrix: Tensor } {
    const { prepared, trace } = this.#shown!;
    const { problem } = prepared;
    const step = this.#step ?? 'softmax';
    const matrix = stepMatrix(problem, trace, step, this.#head ?? 0);
    const numbered = Array.from({ length: matrix.size(1) }, (_, i) => (step === 'blocks' ? say`block ${i}` : `${i}`));
    const columns = step === 'mixed' || step === 'blocks' ? numbered : problem.keyTokens;
    return { queryTokens: problem.queryTokens, columns, matrix };
  }
}

function extent(values: ArrayLike<number>): [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!);
    greatest = Math.max(greatest, values[i]!);
  }
  return least <= greatest ? [least, greatest] : [0, 0];
}

function entropyWords(rows: readonly number[], tokens: readonly string[], keys: number): string {
  const mean = rows.reduce((sum, value) => sum + value, 0) / Math.max(1, rows.length);
  const sharpest = rows.indexOf(Math.min(...rows));
  return say`Entropy of this head: ${inWords(mean, 3)} nats a row on average, of ${inWords(Math.log(keys), 3)} for ${keys} equal weights; sharpest is “${tokens[sharpest] ?? ''}” with ${inWords(rows[sharpest], 3)}.`;
}
