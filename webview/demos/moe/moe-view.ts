import { gateConventions } from '../../../src/core/reference/moe/gate';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { inWords } from '../parts/in-words';
import { NumberTable } from '../parts/number-table';
import { firstParting } from './conventions';
import type { MoeTrace, PreparedMoe } from './moe-demo';
import { timelineOf } from './timeline';
import { choiceWords, tokenColumns, tokenRows } from './token-table';
import { TrainingView } from './training-view';

type ShownMoe = Shown<PreparedMoe, MoeTrace>;

/** Beyond this many scores the three conventions are not compared: each is a routing of its own. */
const comparable = 2 ** 19;

/** One token's way through the gate, the load it adds to, and training played forward. */
export class MoeView implements DemoView<PreparedMoe, MoeTrace> {
  readonly root: HTMLElement;
  readonly #token = element('select', { 'aria-label': 'Token' });
  readonly #choice = element('p', {});
  readonly #timeline = new BarRows();
  readonly #chosen = new NumberTable('The chosen experts of this token, in numbers');
  readonly #load = new BarRows();
  readonly #loadWords = element('p', {});
  readonly #loadNumbers = new NumberTable('Load of each expert, in numbers');
  readonly #devices = new BarRows();
  readonly #conventions = element('p', {});
  readonly #training: TrainingView;
  #shown: ShownMoe | undefined;

  constructor(host: DemoViewHost) {
    this.#training = new TrainingView(host);
    this.#token.addEventListener('change', () => this.#drawToken());
    const section = (title: string, ...parts: HTMLElement[]) =>
      element('section', { class: 'view-section', 'aria-label': title }, element('h2', {}, title), ...parts);
    this.root = element(
      'div',
      { class: 'moe' },
      section(
        'The way of one token',
        element('div', { class: 'choices' }, this.#token),
        this.#choice,
        this.#timeline.element,
        this.#chosen.element,
      ),
      section('Load', this.#loadWords, this.#load.element, this.#devices.element, this.#loadNumbers.element),
      section('Training', this.#training.element),
      section('Conventions', this.#conventions),
    );
  }

  update(shown: ShownMoe): void {
    this.#shown = shown;
    const { tokens } = shown.prepared.problem;
    const names = tokens.slice(0, 1000).map((name, index) => `${index} · ${name}`);
    if (names.length !== this.#token.options.length || names.some((name, i) => this.#token.options[i]?.text !== name)) {
      const chosen = Math.max(0, this.#token.selectedIndex);
      this.#token.replaceChildren(...names.map((name) => element('option', {}, name)));
      this.#token.selectedIndex = Math.min(chosen, names.length - 1);
    }
    this.#drawToken();
    this.#drawLoad(shown);
    this.#training.update(shown);
    this.#compare(shown);
  }

  picture(): SVGSVGElement {
    return this.#timeline.svg;
  }

  table(): Table {
    const { trace, prepared } = this.#shown!;
    const rows = prepared.problem.tokens.flatMap((name, token) =>
      tokenRows(trace.last, token).map((row) => [`${token} ${name}`, ...row]),
    );
    return { columns: ['token', 'rank', ...tokenColumns.slice(1)], rows };
  }

  dispose(): void {
    this.#training.dispose();
  }

  #drawToken(): void {
    if (!this.#shown) return;
    const { trace, prepared, theme } = this.#shown;
    const { problem } = prepared;
    const token = Math.max(0, this.#token.selectedIndex);
    this.#choice.textContent = choiceWords(trace.last, token, problem.gate, problem.shared);
    this.#timeline.update(timelineOf(trace.last, token, problem), theme);
    this.#chosen.update(() => ({ columns: tokenColumns, rows: tokenRows(trace.last, token) }));
  }

  #drawLoad({ trace, prepared, theme, results }: ShownMoe): void {
    const { counts, sent } = trace.last;
    const { experts, places, tokens, devices } = prepared.problem;
    const pairs = counts.reduce((sum, count) => sum + count, 0);
    const mean = pairs / experts;
    const limit = Number.isFinite(places) ? ` Each has ${places} places.` : ' Nothing limits their places.';
    this.#loadWords.textContent = `${tokens.length} tokens send ${pairs} pairs to ${experts} experts, ${inWords(mean, 3)} each on average; the fullest is asked ${inWords(Math.max(...counts))} times: MaxVio ${inWords(trace.last.maxViolation, 3)}.${limit} ${sent.dropped} pairs are lost (${percent(results.drop_rate)}). A token uses ${percent(results.active_fraction)} of the experts.`;
    this.#load.update(
      {
        name: 'Load of each expert',
        columns: experts,
        rows: [
          { name: 'asked', values: counts, line: mean, strong: (expert) => counts[expert]! > places },
          {
            ...{ name: 'kept', values: sent.load },
            ...(Number.isFinite(places) ? { line: places } : {}),
          },
        ],
        say: (expert) =>
          `expert ${expert}: asked ${counts[expert]} times, keeps ${sent.load[expert]}; the mean is ${inWords(mean, 3)}`,
      },
      theme,
    );
    this.#loadNumbers.update(() => ({
      columns: ['expert', 'asked', 'kept', 'bias'],
      rows: Array.from(counts, (count, expert) => [
        ...[`${expert}`, count, sent.load[expert]!],
        trace.last.bias[expert]!,
      ]),
    }));
    this.#devices.element.hidden = devices < 2;
    const perDevice = results.device_load as readonly number[];
    if (devices >= 2)
      this.#devices.update(
        {
          name: 'Load of each device',
          columns: devices,
          rows: [{ name: 'devices', values: perDevice }],
          say: (device) => `device ${device}: ${perDevice[device]} pairs for its ${experts / devices} experts`,
        },
        theme,
      );
  }

  #compare({ trace, prepared }: ShownMoe): void {
    const { gate, experts, tokens } = prepared.problem;
    if (experts * tokens.length > comparable) {
      this.#conventions.textContent = 'There are too many tokens here to route them by all three conventions.';
      return;
    }
    const parting = firstParting(trace.last.logits, { ...gate, bias: trace.last.bias });
    if (!parting) {
      this.#conventions.textContent = `All ${tokens.length} tokens go to the same experts by the code of ${gateConventions.join(', ')}.`;
      return;
    }
    const ways = gateConventions.map((name) => `${name} chooses ${parting.experts[name].join(', ')}`);
    this.#conventions.textContent = `Published code first parts at token ${parting.token} (“${tokens[parting.token]}”): ${ways.join('; ')}.`;
  }
}

const percent = (share: unknown): string => `${inWords(100 * Number(share), 3)} %`;
