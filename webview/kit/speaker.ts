/** What of the Web Speech API is used, so that a test can stand in for a voice. */
export interface Synthesis {
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
  getVoices(): readonly unknown[];
  addEventListener(type: 'voiceschanged', listener: () => void): void;
}

export interface SpeakerHost {
  /** Hears which sentence is being read. */
  reading(index: number): void;
  /** Hears that nothing is read any more: all was, or it was stopped. */
  silent(): void;
  /** Hears whether there is a voice. */
  voices(there: boolean): void;
}

/** Reads sentences one after another by the system's speech. */
export class Speaker {
  readonly #host: SpeakerHost;
  readonly #synthesis: Synthesis | undefined;
  #sentences: readonly string[] = [];
  #at = 0;
  /** Which reading this is: what an earlier one still says is not heard. */
  #turn = 0;
  #isReading = false;

  constructor(host: SpeakerHost, synthesis: Synthesis | undefined = globalThis.speechSynthesis) {
    this.#host = host;
    this.#synthesis = synthesis;
    // Voices may come after the page.
    synthesis?.addEventListener('voiceschanged', () => this.#host.voices(this.hasVoice));
  }

  get hasVoice(): boolean {
    return (this.#synthesis?.getVoices().length ?? 0) > 0;
  }

  get isReading(): boolean {
    return this.#isReading;
  }

  /** @param rate how fast, 1 as the voice likes it */
  read(sentences: readonly string[], from: number, rate: number): void {
    this.stop();
    this.#sentences = sentences;
    this.#at = from;
    this.#isReading = true;
    this.#say(++this.#turn, rate);
  }

  stop(): void {
    this.#turn++;
    this.#synthesis?.cancel();
    if (!this.#isReading) return;
    this.#isReading = false;
    this.#host.silent();
  }

  #say(turn: number, rate: number): void {
    const sentence = this.#sentences[this.#at];
    if (sentence === undefined || !this.#synthesis) {
      this.stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.rate = rate;
    utterance.onend = () => {
      if (turn !== this.#turn) return;
      this.#at++;
      this.#say(turn, rate);
    };
    utterance.onerror = () => turn === this.#turn && this.stop();
    this.#host.reading(this.#at);
    this.#synthesis.speak(utterance);
  }
}
