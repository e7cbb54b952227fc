import type { ModelSizeSetup } from '../../../src/core/demos/model-size/model-size-setup';
import { said, say } from '../../../src/core/l10n/say';
import { countParameters } from '../../../src/core/reference/model-size/count-parameters';
import { type PublishedModel, publishedModels } from '../../../src/core/reference/model-size/published-models';
import { heldBytes, type ZeroStage } from '../../../src/core/reference/model-size/training-memory';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { Bars } from '../parts/bars';
import { Figure } from '../parts/figure';
import { inWords } from '../parts/in-words';
import { TableSection } from '../parts/table-section';
import { inBytes, inCount, inFlops } from '../parts/units';
import { memoryBars, weightBars } from './model-bars';

type ShownModelSize = Shown<'model-size', undefined>;

/** Where the weights are, the sums, what a device holds, and the presets beside what their authors say. */
export class ModelSizeView implements DemoView<'model-size', undefined> {
  readonly root: HTMLElement;
  readonly #weights = new Bars();
  readonly #memory = new Bars();
  readonly #figures: { readonly weights: Figure; readonly memory: Figure };
  readonly #sums = element('ul', { class: 'sums' });
  readonly #splits: TableSection;
  readonly #published: TableSection;
  #shown: ShownModelSize | undefined;

  constructor(host: DemoViewHost) {
    this.#figures = { weights: new Figure(this.#weights, host), memory: new Figure(this.#memory, host) };
    this.#splits = new TableSection(say`Bytes of a device, by what is split`, host);
    this.#published = new TableSection(say`Published models, counted from their shapes`, host);
    this.root = element(
      'div',
      { class: 'model-size' },
      this.#figures.weights.element,
      section(say`What it comes to`, this.#sums),
      section(say`What a device holds while it is trained`, this.#figures.memory.element),
      this.#splits.element,
      this.#published.element,
    );
  }

  update(shown: ShownModelSize): void {
    this.#shown = shown;
    const { problem } = shown.prepared;
    const weights = weightBars(problem);
    const memory = memoryBars(problem);
    this.#weights.update(weights.name, weights.bars, shown.theme);
    this.#figures.weights.update(weights.name, () => weights.table);
    this.#memory.update(memory.name, memory.bars, shown.theme);
    this.#figures.memory.update(memory.name, () => memory.table);
    this.#sums.replaceChildren(...sumsOf(shown).map((line) => element('li', {}, line)));
    this.#splits.update(splitTable(problem), (row) => (row === problem.stage ? say`here` : undefined));
    const names = Object.keys(publishedModels);
    const own = problem.preset === undefined ? -1 : names.indexOf(problem.preset);
    this.#published.update(publishedTable(), (row) => (row === own ? say`here` : undefined));
  }

  picture(): SVGSVGElement | undefined {
    return this.#weights.picture();
  }

  table(): Table {
    return this.#shown ? weightBars(this.#shown.prepared.problem).table : { columns: [], rows: [] };
  }
}

function sumsOf({ prepared, results }: ShownModelSize): string[] {
  const { context, tokens, bytes, devices } = prepared.problem;
  return [
    say`Parameters: ${inCount(results.parameters!)}, of which ${inCount(results.active_parameters!)} are at work for a token`,
    say`A forward pass: ${inFlops(results.flops_per_token!)} a token, ${inWords(100 * results.attention_share!, 3)}% of them attention at a context of ${context.toLocaleString('en')}`,
    ...(tokens === undefined
      ? []
      : [
          say`Training on ${inCount(tokens)} tokens: ${inFlops(results.training_flops!)}, and ${inFlops(results.six_n_d!)} by 6ND`,
        ]),
    say`Memory: ${inWords(results.bytes_per_parameter!)} bytes a weight (${inWords(bytes.weights)} + ${inWords(bytes.gradients)} + ${inWords(bytes.optimizer)}), ${inBytes(results.total_bytes!)} in all`,
    say`Each of ${devices.toLocaleString('en')} ${devices === 1 ? say`device` : say`devices`} holds ${inBytes(results.device_bytes!)}; activations are not counted`,
  ];
}

const stages = [say`nothing`, say`the optimiser’s states`, say`and the gradients`, say`and the weights`] as const;

function splitTable({ shape, bytes, devices }: ModelSizeSetup): Table {
  const { total } = countParameters(shape);
  return {
    columns: [say`split`, say`weights`, say`gradients`, say`optimiser`, say`together`],
    rows: stages.map((name, stage) => {
      const held = heldBytes(total, bytes, devices, stage as ZeroStage);
      return [name, ...[held.weights, held.gradients, held.optimizer, held.total].map(inBytes)];
    }),
  };
}

const publishedTable = (): Table => ({
  columns: [say`model`, say`counted`, say`published`, say`active`, say`published`, say`where they differ`, say`source`],
  rows: Object.entries(publishedModels).map(([name, model]) => {
    const { total, active, differs, source, shape }: PublishedModel = model;
    const counted = countParameters(shape);
    return [
      ...[name, inCount(counted.total), total, active === undefined ? '' : inCount(counted.active), active ?? ''],
      ...[differs === undefined ? '' : said(differs), source],
    ];
  }),
});

const section = (title: string, ...children: HTMLElement[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);
