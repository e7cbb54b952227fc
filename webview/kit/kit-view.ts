import { say } from '../../src/core/l10n/say';
import type { KitPage, RecallStates, TeachingKit } from '../../src/protocol';
import { element } from '../dom';
import type { HostChannel } from '../host-channel';
import type { PanelTheme } from '../theme';
import { drawDiagram } from '../tree/draw-diagram';
import { CardsPage } from './cards-page';
import { type OverviewHost, overviewPage } from './overview-page';
import { ReadingView } from './reading-view';

export interface KitHost extends Pick<HostChannel, 'post' | 'request'> {
  theme(): PanelTheme;
  say(message: string): void;
}

/** The teaching kit of a course: its overview, or its cards, with a way to the other and a way back. */
export class KitView {
  readonly root = element('div', { class: 'kit', tabindex: -1 });
  readonly tools: readonly HTMLElement[];
  readonly #host: KitHost;
  readonly #switch = element('button', { type: 'button', class: 'whole' });
  #kit: TeachingKit | undefined;
  #page: KitPage = 'overview';
  #recall: RecallStates = {};
  #reader: ReadingView | undefined;

  constructor(host: KitHost, close: () => void) {
    this.#host = host;
    const closing = element('button', { type: 'button', class: 'whole' }, say`Back to the document`);
    closing.addEventListener('click', close);
    this.#switch.addEventListener('click', () => {
      if (this.#kit) this.show(this.#kit, this.#page === 'cards' ? 'overview' : 'cards', this.#recall);
    });
    this.tools = [this.#switch, closing];
  }

  show(kit: TeachingKit, page: KitPage, recall: RecallStates): void {
    const isSame = this.#page === page && this.#kit?.title === kit.title;
    const { scrollTop } = this.root;
    this.#page = page;
    this.#kit = kit;
    // What is read aloud is read to its end.
    if (isSame && this.#reader) return;
    this.stop();
    this.#recall = recall;
    this.#switch.textContent = page === 'cards' ? say`Overview` : say`Flash cards`;
    this.#switch.hidden = page === 'overview' && kit.cards.length === 0;
    const reveal = ({ uri, line }: { readonly uri: string; readonly line: number }): void => {
      const start = { line, character: 0 };
      this.#host.post({ type: 'reveal', uri, range: { start, end: start }, focus: false });
    };
    if (page === 'cards') {
      const keep = (id: string, state: RecallStates[string]): void => {
        this.#recall = { ...this.#recall, [id]: state };
        this.#host
          .request('keepRecall', { id, ...state })
          .catch(() => this.#host.say(say`What you know of this card could not be kept.`));
      };
      const cards = new CardsPage({ reveal, keep }, kit.cards, recall);
      this.root.replaceChildren(cards.root);
      cards.focus();
      return;
    }
    const copy = (text: string): void => {
      void this.#host.request('copyText', text).then(() => this.#host.say(say`Copied.`));
    };
    const draw = (diagram: string, figure: HTMLElement): void => void this.#draw(diagram, figure);
    const read = (title: string, said: Parameters<OverviewHost['read']>[1]): void => {
      const first = { line: 0, character: 0 };
      const sentences = said.map(({ text, spoken, entry }) => {
        const start = entry ? { line: entry.line, character: 0 } : first;
        return { text, spoken, range: { start, end: start }, ...(entry ? { uri: entry.uri } : {}) };
      });
      const back = (): void => {
        this.stop();
        this.show(this.#kit ?? kit, page, this.#recall);
      };
      const reader = new ReadingView(this.#host, back, say`Back to the overview`);
      this.#reader = reader;
      this.root.replaceChildren(element('p', {}, ...reader.tools), reader.root);
      reader.show({ title, uri: '', sentences });
    };
    this.root.replaceChildren(overviewPage({ reveal, copy, draw, read }, kit));
    this.root.scrollTop = isSame ? scrollTop : 0;
  }

  /** Takes the course as it is now. Cards that are being asked, and what is read aloud, stay as they are until they are left. */
  refresh(kit: TeachingKit, recall: RecallStates): void {
    if (this.#page === 'overview') this.show(kit, 'overview', recall);
    else this.#kit = kit;
  }

  /** Lets what is read aloud fall silent. */
  stop(): void {
    this.#reader?.stop();
    this.#reader = undefined;
  }

  retheme(): void {
    if (!this.#reader && this.#kit && this.#page === 'overview' && this.root.isConnected)
      this.show(this.#kit, this.#page, this.#recall);
  }

  async #draw(diagram: string, figure: HTMLElement): Promise<void> {
    // Each picture is measured in a corner of its own, and to its end, even where nobody waits for it any more.
    const measure = element('div', { class: 'kit-measure', 'aria-hidden': 'true' });
    document.body.append(measure);
    try {
      const { svg } = await drawDiagram(diagram, this.#host.theme(), measure);
      figure.replaceChildren(svg);
    } catch {
      // Its text is shown where it is too large to be drawn.
      figure.replaceChildren(element('pre', { tabindex: 0 }, diagram));
    } finally {
      measure.remove();
    }
  }
}
