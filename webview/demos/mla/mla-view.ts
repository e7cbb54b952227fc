import type { MlaSetup } from '../../../src/core/demos/mla/mla-setup';
import type { Numeric } from '../../../src/core/demos/result';
import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { Bars } from '../parts/bars';
import { Figure } from '../parts/figure';
import { FullSize } from '../parts/full-size';
import { inWords } from '../parts/in-words';
import { cachesOf, memory } from './caches';
import { fullSizeLatentAttention } from './full-size-latent-attention';
import type { MlaForms } from './mla-forms';

type ShownMla = Shown<'mla', MlaForms>;

/** Bytes at the context as bars, the sums behind them, the three answers to how much smaller, and both forms. */
export class MlaView implements DemoView<'mla', MlaForms> {
  readonly root: HTMLElement;
  readonly #bars = new Bars();
  readonly #figure: Figure;
  readonly #sums = element('ul', { class: 'sums' });
  readonly #answers = element('ul', { class: 'sums' });
  readonly #forms = element('p');
  readonly #fullSize = new FullSize();
  #shown: ShownMla | undefined;

  constructor(host: DemoViewHost) {
    this.#figure = new Figure(this.#bars, host);
    this.root = element(
      'div',
      { class: 'mla' },
      this.#figure.element,
      section(say`Elements a token, spelt out`, this.#sums),
      section(say`How much smaller?`, this.#answers),
      section(say`Two forms, one result`, this.#forms),
      this.#fullSize.element,
    );
  }

  update(shown: ShownMla): void {
    this.#shown = shown;
    const { setup } = shown.prepared.problem;
    const caches = cachesOf(setup);
    const name = say`Bytes of cache at a context of ${setup.context} tokens`;
    this.#bars.update(
      name,
      caches.map(({ name: cache, bytes, ours }) => {
        const all = bytes * setup.context;
        return { name: cache, value: all, text: memory(all), ...(ours && { ours }) };
      }),
      shown.theme,
    );
    this.#figure.update(name, () => this.table());
    this.#sums.replaceChildren(
      ...lines(caches.map(({ name: cache, sum, elements }) => `${cache}: ${sum} = ${elements.toLocaleString('en')}`)),
    );
    this.#answers.replaceChildren(...lines(answers(setup, shown.results)));
    this.#forms.textContent = formWords(shown);
    this.#fullSize.update(fullSizeLatentAttention(setup));
  }

  dispose(): void {
    this.#fullSize.dispose();
  }

  picture(): SVGSVGElement | undefined {
    return this.#bars.picture();
  }

  table(): Table {
    const setup = this.#shown?.prepared.problem.setup;
    const rows = setup ? cachesOf(setup).map((c) => [c.name, c.elements, c.bytes, c.bytes * setup.context]) : [];
    return { columns: [say`cache`, say`elements a token`, say`bytes a token`, say`bytes at the context`], rows };
  }
}

/** How much smaller the cache is, in elements and bytes; what is the same twice is said once. */
function answers({ against, bits }: MlaSetup, results: ShownMla['results']): string[] {
  const percent = (share: Numeric) => `${(100 * (share ?? Number.NaN)).toFixed(2)}%`;
  const other = against.shape.kind.toUpperCase();
  const { reduction_vs_mha: mha, reduction_elements: elements, reduction_bytes: bytes } = results;
  const sameBits = bits === against.bits;
  const what = sameBits ? say`elements and bytes` : say`elements`;
  const than = say`the ${other} it is compared with`;
  const rest = sameBits
    ? []
    : [say`${percent(bytes)} fewer bytes than it, with ${bits} bits here and ${against.bits} there.`];
  if (against.shape.kind === 'mha' && mha === elements)
    return [say`${percent(mha)} fewer ${what} than MHA of the same shape, which it is compared with.`, ...rest];
  return [
    say`${percent(mha)} fewer elements than MHA of the same shape.`,
    say`${percent(elements)} fewer ${what} than ${than}.`,
    ...rest,
  ];
}

function formWords({ prepared, results }: ShownMla): string {
  const { keyUp, parts } = prepared.problem;
  const [heads, , rank] = keyUp.shape;
  const example = say`a small seeded example (${heads} heads, a latent of ${rank}, ${parts.latent.size(0)} tokens)`;
  return say`The expanded form makes keys and values of every token; the absorbed form never does, and answers from the latents alone. On ${example} the two differ by at most ${inWords(results.max_abs_error)} in float64.`;
}

const section = (title: string, ...children: HTMLElement[]): HTMLElement =>
  element('section', { class: 'view-section' }, element('h2', {}, title), ...children);

const lines = (words: readonly string[]): HTMLElement[] => words.map((line) => element('li', {}, line));
