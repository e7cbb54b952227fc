import { say } from '../../src/core/l10n/say';
import type { SpokenSentence } from '../../src/protocol';
import { element } from '../dom';
import type { HostChannel } from '../host-channel';
import { Speaker } from './speaker';

/** A sentence, with its file where that is not the reading's. */
type Sentence = SpokenSentence & { readonly uri?: string };

interface Shown {
  readonly title: string;
  readonly uri: string;
  readonly sentences: readonly Sentence[];
}

const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

/** A text in sentences that are read aloud: the one being read is marked; a click reads on from there. */
export class ReadingView {
  readonly root = element('div', { class: 'kit reading' });
  readonly tools: readonly HTMLElement[];
  readonly #host: Pick<HostChannel, 'post'>;
  readonly #play = element('button', { type: 'button', class: 'card-button' });
  readonly #speed = element(
    'select',
    { class: 'picker', 'aria-label': say`Speed` },
    ...speeds.map((speed) => element('option', { value: speed, selected: speed === 1 }, `${speed}×`)),
  );
  readonly #note = element('p', { class: 'overview-note', role: 'status' });
  readonly #speaker = new Speaker({
    reading: (index) => this.#mark(index),
    silent: () => this.#render(),
    voices: () => this.#render(),
  });
  #shown: Shown = { title: '', uri: '', sentences: [] };
  #lines: HTMLElement[] = [];
  #at = 0;

  /** @param close leaves the reading */
  constructor(host: Pick<HostChannel, 'post'>, close: () => void, back = say`Back to the document`) {
    this.#host = host;
    const closing = element('button', { type: 'button', class: 'whole' }, back);
    closing.addEventListener('click', close);
    this.tools = [closing];
    this.#play.addEventListener('click', () => (this.#speaker.isReading ? this.#speaker.stop() : this.#read(this.#at)));
    this.#speed.addEventListener('change', () => this.#speaker.isReading && this.#read(this.#at));
    this.root.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#speaker.stop());
  }

  show(shown: Shown): void {
    this.#speaker.stop();
    this.#shown = shown;
    this.#at = 0;
    this.#lines = shown.sentences.map((sentence, index) => this.#line(sentence, index));
    const bar = element(
      'div',
      { class: 'reading-bar', role: 'group', 'aria-label': say`Reading` },
      this.#play,
      this.#speed,
    );
    const list = element('ol', { class: 'reading-text' }, ...this.#lines.map((line) => element('li', {}, line)));
    this.root.replaceChildren(element('h1', {}, shown.title), bar, this.#note, list);
    this.#render();
    this.#play.focus();
  }

  stop(): void {
    this.#speaker.stop();
  }

  #line(sentence: Sentence, index: number): HTMLElement {
    const line = element('button', { type: 'button', class: 'sentence' }, sentence.text);
    line.addEventListener('click', () => {
      this.#at = index;
      const { uri = this.#shown.uri, range } = sentence;
      if (uri !== '') this.#host.post({ type: 'reveal', uri, range, focus: false });
      this.#read(index);
    });
    return line;
  }

  #read(from: number): void {
    const spoken = this.#shown.sentences.map((sentence) => sentence.spoken);
    this.#speaker.read(spoken, from < spoken.length ? from : 0, Number(this.#speed.value));
    this.#render();
  }

  #mark(index: number): void {
    this.#at = index;
    for (const [i, line] of this.#lines.entries()) {
      if (i === index) line.setAttribute('aria-current', 'true');
      else line.removeAttribute('aria-current');
    }
    this.#lines[index]?.scrollIntoView({ block: 'nearest' });
  }

  #render(): void {
    this.#play.textContent = this.#speaker.isReading ? say`Stop` : say`Read aloud`;
    this.#play.disabled = !this.#speaker.hasVoice;
    this.#note.textContent = this.#speaker.hasVoice
      ? ''
      : say`This machine has no voice to read with: install one in the settings of its system.`;
    if (!this.#speaker.isReading) for (const line of this.#lines) line.removeAttribute('aria-current');
  }
}
