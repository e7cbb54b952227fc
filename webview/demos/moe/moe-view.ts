import { say } from '../../../src/core/l10n/say';
import { element } from '../../dom';
import type { DemoView, DemoViewHost, Shown, Table } from '../demo-view';
import { BarRows } from '../parts/bar-rows';
import { Choices } from '../parts/choices';
import { Figure } from '../parts/figure';
import { FullSize } from '../parts/full-size';
import { inWords } from '../parts/in-words';
import { TableSection } from '../parts/table-section';
import { conventionChoices, conventionTable, conventionWords } from './conventions';
import { fullSizeLayer } from './full-size-layer';
import type { MoeTrace } from './moe-trace';
import { sparsities } from './sparsities';
import { combineWords, timelineOf } from './timeline';
import { choiceWords, tokenColumns, tokenRows } from './token-table';
import { TrainingView } from './training-view';

type ShownMoe = Shown<'moe', MoeTrace>;

/** Beyond this many scores the three conventions are not compared: each is a routing of its own. */
const comparable = 2 ** 19;

/** One token's way through the gate, the load it adds to, and training played forward. */
export class MoeView implements DemoView<'moe', MoeTrace> {
  readonly root: HTMLElement;
  readonly #sparsity: Choices;
  readonly #token = element('select', { 'aria-label': say`Token` });
  readonly #choice = element('p', {});
  readonly #combine = element('p', { class: 'combine' });
  readonly #timeline = new BarRows();
  readonly #way: Figure;
  readonly #loadWords = element('p', {});
  readonly #loadBars = new BarRows();
  readonly #load: Figure;
  readonly #deviceBars = new BarRows();
  readonly #devices: Figure;
  readonly #conventionWords = element('p', {});
  readonly #conventions: TableSection;
  readonly #training: TrainingView;
  readonly #fullSize = new FullSize();
  #shown: ShownMoe | undefined;
  #compared: unknown;

  constructor(host: DemoViewHost) {
    this.#sparsity = new Choices(say`Sparsity`, (index) => host.set(sparsities[index]!.knobs));
    this.#training = new TrainingView(host);
    this.#token.addEventListener('change', () => this.#drawToken());
    const token = element('div', { class: 'choices' }, this.#token);
    this.#way = new Figure(this.#timeline, host, { controls: [token], words: [this.#choice, this.#combine] });
    this.#load = new Figure(this.#loadBars, host, { words: [this.#loadWords] });
    this.#devices = new Figure(this.#deviceBars, host);
    this.#conventions = new TableSection(say`Conventions`, host, this.#conventionWords);
    this.#conventions.element.classList.add('conventions');
    this.root = element(
      'div',
      { class: 'moe' },
      this.#sparsity.element,
      this.#way.element,
      this.#load.element,
      this.#devices.element,
      element('section', { class: 'view-section' }, element('h2', {}, say`Training`), this.#training.element),
      this.#conventions.element,
      this.#fullSize.element,
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
    const { experts, gate } = shown.prepared.problem;
    // Logits given outright have a width of their own.
    this.#sparsity.element.hidden = shown.demo.values.logits !== undefined || shown.demo.values.data !== undefined;
    this.#sparsity.update(
      sparsities.map(({ name }) => name),
      sparsities.findIndex((one) => one.experts === experts && one.topK === gate.topK && !gate.adaptive),
    );
    this.#drawToken();
    this.#drawLoad(shown);
    this.#training.update(shown);
    this.#compare(shown);
    this.#fullSize.update(fullSizeLayer(shown.prepared.problem));
  }

  picture(): SVGSVGElement {
    return this.#timeline.picture();
  }

  table(): Table {
    const { trace, prepared } = this.#shown!;
    const rows = prepared.problem.tokens.flatMap((name, token) =>
      tokenRows(trace.last, token).map((row) => [`${token} ${name}`, ...row]),
    );
    return { columns: [say`token`, say`rank`, ...tokenColumns.slice(1)], rows };
  }

  dispose(): void {
    this.#training.dispose();
    this.#fullSize.dispose();
  }

  #drawToken(): void {
    if (!this.#shown) return;
    const { trace, prepared, theme } = this.#shown;
    const { problem } = prepared;
    const token = Math.max(0, this.#token.selectedIndex);
    const recorded = problem.recorded?.experts[token];
    const beside = recorded ? say` Recorded for this token: ${recorded.join(', ')}.` : '';
    this.#choice.textContent = `${choiceWords(trace.last, token, problem.gate, problem.shared)}${beside}`;
    this.#combine.textContent = combineWords(trace.last, token, problem.shared);
    this.#timeline.update(timelineOf(trace.last, token, problem), theme);
    this.#way.update(say`The way of one token`, () => ({ columns: tokenColumns, rows: tokenRows(trace.last, token) }));
  }

  #drawLoad({ trace, prepared, theme, results }: ShownMoe): void {
    const { counts, sent, places } = trace.last;
    const { experts, tokens, devices, gate, recorded } = prepared.problem;
    const pairs = counts.reduce((sum, count) => sum + count, 0);
    const mean = pairs / experts;
    const limited = places === 1 ? say` Each has one place.` : say` Each has ${places} places.`;
    const limit = Number.isFinite(places) ? limited : say` Nothing limits their places.`;
    const average = inWords(mean, 3);
    const sends = sendsWords(tokens.length, pairs, experts, average);
    const violation = inWords(trace.last.maxViolation, 3);
    const most = Math.max(...counts);
    const fullest =
      most === 1
        ? say` The fullest is asked once: MaxVio ${violation}.`
        : say` The fullest is asked ${inWords(most)} times: MaxVio ${violation}.`;
    const share = percent(results.drop_rate);
    const lost =
      sent.dropped === 1 ? say` 1 pair is lost (${share}).` : say` ${sent.dropped} pairs are lost (${share}).`;
    const uses = say` A token uses ${percent(results.active_fraction)} of the experts${adaptiveWords(trace.last, gate.adaptive !== undefined)}.`;
    this.#loadWords.textContent = `${sends}${fullest}${limit}${lost}${uses}${recordedWords(results)}`;
    this.#loadBars.update(
      {
        name: say`Load of each expert`,
        columns: experts,
        rows: [
          { name: say`asked`, values: counts, line: mean, strong: (expert) => counts[expert]! > places },
          ...(recorded ? [{ name: say`recorded`, values: recorded.counts, line: mean }] : []),
          {
            ...{ name: say`kept`, values: sent.load },
            ...(Number.isFinite(places) ? { line: places } : {}),
          },
        ],
        say: (expert) =>
          say`expert ${expert}: asked ${counts[expert]} times, keeps ${sent.load[expert]}${recorded ? say`, recorded ${recorded.counts[expert]}` : ''}; the mean is ${inWords(mean, 3)}`,
      },
      theme,
    );
    this.#load.update(say`Load`, () => ({
      columns: [say`expert`, say`asked`, say`kept`, say`bias`, ...(recorded ? [say`recorded`] : [])],
      rows: Array.from(counts, (count, expert) => [
        ...[`${expert}`, count, sent.load[expert]!],
        trace.last.bias[expert]!,
        ...(recorded ? [recorded.counts[expert]!] : []),
      ]),
    }));
    this.#devices.element.hidden = devices < 2;
    if (devices < 2) return;
    const perDevice = results.device_load.map((load) => load ?? Number.NaN);
    const sayOf = (device: number) =>
      say`device ${device}: ${perDevice[device]} pairs for its ${experts / devices} experts`;
    this.#deviceBars.update(
      {
        name: say`Load of each device`,
        columns: devices,
        rows: [{ name: say`devices`, values: perDevice }],
        say: sayOf,
      },
      theme,
    );
    this.#devices.update(say`Load of each device`, () => ({
      columns: [say`device`, say`pairs kept`],
      rows: perDevice.map((pairs, device) => [`${device}`, pairs]),
    }));
  }

  #compare({ trace, prepared }: ShownMoe): void {
    if (this.#compared === trace) return;
    this.#compared = trace;
    const { gate, experts, tokens } = prepared.problem;
    if (experts * tokens.length > comparable) {
      this.#conventionWords.textContent = say`There are too many tokens here to route them by all three conventions.`;
      this.#conventions.update({ columns: [], rows: [] });
      return;
    }
    const choices = conventionChoices(trace.last.logits, { ...gate, bias: trace.last.bias });
    const { table, tokens: shown } = conventionTable(choices, tokens);
    this.#conventionWords.textContent = conventionWords(choices, tokens);
    this.#conventions.update(table, (row) => {
      if (shown[row] === choices.parted[0]) return say`first to part`;
      return choices.parted.includes(shown[row]!) ? 'parts' : undefined;
    });
  }
}

/** How many experts tokens take where their number is their own. */
function adaptiveWords({ routing }: MoeTrace['last'], adaptive: boolean): string {
  if (!adaptive) return '';
  const { slots, experts } = routing;
  const taken = Array.from({ length: experts.length / slots }, (_, token) =>
    experts.subarray(token * slots, (token + 1) * slots).reduce((sum, id) => sum + (id >= 0 ? 1 : 0), 0),
  );
  return say`, from ${Math.min(...taken)} to ${Math.max(...taken)} of them by need`;
}

/** What a table says of the same load, where there is one. */
function recordedWords({ recorded_max_vio: violation, recorded_agreement: share }: ShownMoe['results']): string {
  if (violation === null) return '';
  const same = share === null ? '' : say`; the gate here chooses the same experts for ${percent(share)} of the tokens`;
  return say` Recorded: MaxVio ${inWords(violation, 3)}${same}.`;
}

const percent = (share: unknown): string => `${inWords(100 * Number(share), 3)} %`;

/** What is sent in all, in one sentence; each token sends one pair for each expert that it chooses. */
function sendsWords(tokens: number, pairs: number, experts: number, average: string): string {
  if (tokens > 1) return say`${tokens} tokens send ${pairs} pairs to ${experts} experts, ${average} each on average.`;
  return pairs === 1
    ? say`One token sends one pair to ${experts} experts, ${average} each on average.`
    : say`One token sends ${pairs} pairs to ${experts} experts, ${average} each on average.`;
}
