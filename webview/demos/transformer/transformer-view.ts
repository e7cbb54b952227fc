import { say } from '../../../src/core/l10n/say';
import { topK } from '../../../src/core/reference/moe/top-k';
import type { TransformerTrace } from '../../../src/core/reference/transformer';
import { element } from '../../dom';
import { HeadStrip } from '../attention/head-strip';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { Bars } from '../parts/bars';
import { Choices } from '../parts/choices';
import { Figure } from '../parts/figure';
import { inWords } from '../parts/in-words';
import { MapSection } from './map-section';
import { RouterSection } from './router-section';
import { inLayers, type Stage, stageMaps, stageMeaning, stageNames, stages, tokenName } from './stages';

type ShownTransformer = Shown<'transformer', TransformerTrace>;

/** Bars that are drawn; every probability is in the table. */
const drawn = 12;

/** One stage of the model at a time, with the text above it and what comes next. */
export class TransformerView implements DemoView<'transformer', TransformerTrace> {
  readonly root: HTMLElement;
  readonly #text = element('ol', { class: 'tokens', 'aria-label': say`Tokens of the text` });
  readonly #next = element('p', { class: 'next-token' });
  readonly #stages: Choices;
  readonly #meaning = element('p', { class: 'hint' });
  readonly #layers: Choices;
  readonly #heads: HeadStrip;
  readonly #body = element('div');
  readonly #maps: readonly [MapSection, MapSection];
  readonly #router: RouterSection;
  readonly #odds = new Bars();
  readonly #outputWords = element('p');
  readonly #output: Figure;
  #shown: ShownTransformer | undefined;
  #written: string | undefined;
  #stage: Stage = 'output';
  #layer = 0;
  #head = 0;

  constructor(host: DemoViewHost) {
    this.#maps = [new MapSection(host), new MapSection(host)];
    this.#router = new RouterSection(host);
    this.#output = new Figure(this.#odds, host, { words: [this.#outputWords] });
    this.#stages = this.#choices(say`Stage`, (index) => (this.#stage = stages[index]!));
    this.#layers = this.#choices(say`Layer`, (layer) => (this.#layer = layer));
    this.#heads = new HeadStrip((head) => {
      this.#head = head;
      this.#draw();
    });
    this.root = element(
      'div',
      { class: 'transformer' },
      this.#text,
      this.#next,
      this.#stages.element,
      this.#layers.element,
      this.#heads.element,
      this.#body,
      this.#meaning,
    );
  }

  update(shown: ShownTransformer): void {
    this.#shown = shown;
    const { stage = 'output', layer = 0, head = 0 } = shown.demo.values;
    const written = `${stage} ${layer} ${head}`;
    if (this.#written !== written) {
      this.#stage = stage as Stage;
      [this.#layer, this.#head] = [layer, head];
    }
    this.#written = written;
    this.#draw();
  }

  picture(): SVGSVGElement | undefined {
    if (this.#stage === 'output') return this.#odds.picture();
    return this.#stage === 'tokens' ? undefined : this.#maps[0].picture();
  }

  /** The probabilities of the next token, in the order of the vocabulary. */
  table(): Table {
    const { model } = this.#shown!.prepared.problem;
    const probabilities = this.#probabilities();
    const rows = model.vocabulary.map((token, id) => [tokenName(token), probabilities[id]!]);
    return { columns: [say`token`, say`probability`], rows };
  }

  #choices(label: string, choose: (index: number) => void): Choices {
    return new Choices(label, (index) => {
      choose(index);
      this.#draw();
    });
  }

  #draw(): void {
    const shown = this.#shown;
    if (!shown) return;
    const { trace, prepared, results, theme } = shown;
    const { model, ids } = prepared.problem;
    this.#layer = Math.min(this.#layer, trace.blocks.length - 1);
    this.#head = Math.min(this.#head, model.network.heads - 1);
    const tokens = ids.map((id) => tokenName(model.vocabulary[id]!));
    this.#text.replaceChildren(...tokens.map((token) => element('li', {}, token)));
    this.#next.replaceChildren(say`Next token: `, element('strong', {}, tokenName(results.next)), this.#chance());
    this.#stages.update(
      stages.map((stage, index) => `${index + 1} ${stageNames[stage]}`),
      stages.indexOf(this.#stage),
    );
    this.#meaning.textContent = stageMeaning(trace, this.#stage, this.#layer);
    this.#layers.element.hidden = !inLayers(this.#stage);
    this.#heads.element.hidden = this.#stage !== 'attention';
    this.#layers.update(
      trace.blocks.map((_, layer) => say`Layer ${layer}`),
      this.#layer,
    );
    this.#heads.update(trace.blocks[this.#layer]!.weights, this.#head, theme);
    this.#drawBody(tokens);
  }

  #drawBody(tokens: readonly string[]): void {
    const { trace, theme } = this.#shown!;
    const maps = stageMaps(trace, this.#stage, this.#layer, this.#head);
    for (const [i, map] of maps.entries()) this.#maps[i]!.update(map, tokens, theme);
    const sections = [...this.#ownSections(tokens), ...this.#maps.slice(0, maps.length).map((map) => map.element)];
    const same =
      sections.length === this.#body.children.length && sections.every((s, i) => s === this.#body.children[i]);
    if (!same) this.#body.replaceChildren(...sections);
  }

  /** What a stage shows above its matrices. */
  #ownSections(tokens: readonly string[]): readonly HTMLElement[] {
    const { trace, theme } = this.#shown!;
    switch (this.#stage) {
      case 'tokens':
        return [this.#tokenTable(tokens)];
      case 'feed-forward':
        if (!trace.blocks[this.#layer]!.routing) return [];
        this.#router.update(trace.blocks, this.#layer, tokens, theme);
        return this.#router.elements;
      case 'output':
        this.#drawOutput();
        return [this.#output.element];
      default:
        return [];
    }
  }

  #tokenTable(tokens: readonly string[]): HTMLElement {
    const { model, ids } = this.#shown!.prepared.problem;
    const head = [say`Position`, say`Token`, say`Number`].map((name) => element('th', { scope: 'col' }, name));
    const rows = tokens.map((token, i) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, `${i}`),
        element('td', {}, token),
        element('td', {}, `${ids[i]}`),
      ),
    );
    const known = say`${model.name} knows ${model.vocabulary.length} tokens and sees at most ${model.context} at once.`;
    const table = element('thead', {}, element('tr', {}, ...head));
    return section(
      say`${tokens.length} tokens`,
      element('p', {}, `${model.about} ${known}`),
      element('table', { class: 'numbers' }, table, element('tbody', {}, ...rows)),
    );
  }

  #drawOutput(): void {
    const { prepared, theme } = this.#shown!;
    const { model, temperature, kept } = prepared.problem;
    const probabilities = this.#probabilities();
    const size = model.vocabulary.length;
    const likeliest = topK(probabilities, Math.min(drawn, size));
    const name = say`Probabilities of the next token`;
    this.#odds.update(
      name,
      likeliest.map((id, place) => ({
        ...{ name: tokenName(model.vocabulary[id]!), value: probabilities[id]!, text: percent(probabilities[id]!) },
        ours: place === 0,
      })),
      theme,
    );
    const shown = size > drawn ? say`The ${drawn} likeliest of ${size} tokens` : say`All ${size} tokens`;
    const cut = kept < size ? say`, top-${kept} of them kept` : '';
    this.#outputWords.textContent = say`${shown}${cut}, at a temperature of ${inWords(temperature)}.`;
    this.#output.update(name, () => this.table());
  }

  #chance(): string {
    return ` (${percent(Math.max(...this.#probabilities()))})`;
  }

  #probabilities(): readonly number[] {
    return this.#shown!.results.probabilities.map((share) => share ?? Number.NaN);
  }
}

/** A probability as a percentage of few digits. */
const percent = (probability: number): string => `${inWords(100 * probability)} %`;

const section = (title: string, ...children: (HTMLElement | SVGElement)[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);
