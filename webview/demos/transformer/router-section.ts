import { say } from '../../../src/core/l10n/say';
import { expertCounts } from '../../../src/core/reference/moe/capacity';
import type { BlockTrace, RouterTrace } from '../../../src/core/reference/transformer';
import { element } from '../../dom';
import type { PanelTheme } from '../../theme';
import type { DemoViewHost } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { Figure } from '../parts/figure';
import { inWords } from '../parts/in-words';
import { expertWeights } from './stages';

/** Where the router of a layer sends one token, and how the tokens of the text spread over the experts of all layers. */
export class RouterSection {
  readonly elements: readonly HTMLElement[];
  readonly #token = element('select', { 'aria-label': say`Token` });
  readonly #choiceWords = element('p', {});
  readonly #choiceBars = new BarRows();
  readonly #choice: Figure;
  readonly #loadWords = element('p', {});
  readonly #loadBars = new BarRows();
  readonly #load: Figure;
  #drawToken: () => void = () => {};

  constructor(host: DemoViewHost) {
    const token = element('div', { class: 'choices' }, this.#token);
    this.#choice = new Figure(this.#choiceBars, host, { controls: [token], words: [this.#choiceWords] });
    this.#load = new Figure(this.#loadBars, host, { words: [this.#loadWords] });
    this.elements = [this.#choice.element, this.#load.element];
    this.#token.addEventListener('change', () => this.#drawToken());
  }

  /** Shows the router of a layer, which has one. */
  update(blocks: readonly BlockTrace[], layer: number, tokens: readonly string[], theme: PanelTheme): void {
    const routing = blocks[layer]!.routing!;
    this.#nameTokens(tokens);
    this.#drawToken = () => this.#drawChoice(routing, layer, tokens, theme);
    this.#drawToken();
    this.#drawLoad(blocks, tokens.length, theme);
  }

  /** The last token is shown first: what comes next is read from its row. */
  #nameTokens(tokens: readonly string[]): void {
    const names = tokens.map((token, place) => `${place} · ${token}`);
    const options = [...this.#token.options];
    if (names.length === options.length && names.every((name, i) => options[i]!.text === name)) return;
    const chosen = options.length === 0 ? names.length - 1 : Math.min(this.#token.selectedIndex, names.length - 1);
    this.#token.replaceChildren(...names.map((name) => element('option', {}, name)));
    this.#token.selectedIndex = chosen;
  }

  #drawChoice(routing: RouterTrace, layer: number, tokens: readonly string[], theme: PanelTheme): void {
    const token = this.#token.selectedIndex;
    const { logits, scores } = routing;
    const experts = logits.size(1);
    const weights = expertWeights(routing).row(token);
    const chosen = chosenExperts(routing, token);
    const shares = chosen.map((expert) => say`expert ${expert} with a weight of ${inWords(weights[expert], 3)}`);
    this.#choiceWords.textContent = say`“${tokens[token]}” (${token}) goes to ${listed(shares)}: of ${experts} experts, those with the greatest logits. Softmax over their logits alone gives the weights.`;
    const name = say`Where the router of layer ${layer} sends a token`;
    const isChosen = (expert: number) => chosen.includes(expert);
    this.#choiceBars.update(
      {
        ...{ name, columns: experts },
        rows: [
          { name: say`logit`, values: logits.row(token), strong: isChosen },
          { name: say`probability`, values: scores.row(token), strong: isChosen },
          { name: say`weight`, values: weights, strong: isChosen },
        ],
        say: (expert) => {
          const made = say`logit ${inWords(logits.row(token)[expert])}, probability ${inWords(scores.row(token)[expert])}`;
          return say`expert ${expert}: ${made}, ${isChosen(expert) ? say`weight ${inWords(weights[expert])}` : say`not chosen`}`;
        },
      },
      theme,
    );
    this.#choice.update(name, () => ({
      columns: [say`expert`, say`logit`, say`probability`, say`weight`],
      rows: Array.from(weights, (weight, expert) => [
        ...[`${expert}`, logits.row(token)[expert]!, scores.row(token)[expert]!],
        weight,
      ]),
    }));
  }

  #drawLoad(blocks: readonly BlockTrace[], tokens: number, theme: PanelTheme): void {
    const layers = blocks.flatMap(({ routing }, layer) =>
      routing ? [{ layer, slots: routing.slots, counts: expertCounts(routing.experts, routing.logits.size(1)) }] : [],
    );
    const { slots, counts } = layers[0]!;
    const mean = (tokens * slots) / counts.length;
    const fullest = layers.map(
      ({ layer, counts }) =>
        say`in layer ${layer} expert ${counts.indexOf(Math.max(...counts))} gets ${Math.max(...counts)}`,
    );
    this.#loadWords.textContent = say`${tokens} tokens, ${slots} experts each: an expert gets ${inWords(mean, 3)} tokens on average (dashed); ${listed(fullest)}, the most.`;
    const name = say`Tokens of this text that each expert gets`;
    this.#loadBars.update(
      {
        ...{ name, columns: counts.length },
        rows: layers.map(({ layer, counts }) => ({ name: say`layer ${layer}`, values: counts, line: mean })),
        say: (expert) =>
          say`expert ${expert}: ${listed(layers.map(({ layer, counts }) => say`${counts[expert] === 1 ? say`1 token` : say`${counts[expert]} tokens`} in layer ${layer}`))}; the mean is ${inWords(mean, 3)}`,
      },
      theme,
    );
    this.#load.update(name, () => ({
      columns: [say`expert`, ...layers.map(({ layer }) => say`layer ${layer}`)],
      rows: Array.from(counts, (_, expert) => [`${expert}`, ...layers.map((one) => one.counts[expert]!)]),
    }));
  }
}

/** A token's experts, that of the greatest weight first. */
export const chosenExperts = ({ slots, experts }: RouterTrace, token: number): number[] =>
  Array.from(experts.subarray(token * slots, (token + 1) * slots));

/** “a, b and c”. */
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : say`${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
