import type { ValuesByPath } from '../../src/core/demos/values-by-path';
import { say } from '../../src/core/l10n/say';
import type { DemoSubject } from '../../src/protocol';
import type { HostChannel } from '../host-channel';
import { withKnobs } from './knob-text';

export interface FenceEvents {
  /** Knobs stand elsewhere than before. */
  changed(): void;
  /** What is to be said about saving; '' when all is well. */
  notice(words: string): void;
}

/** What is said where knobs are not written: at once, and when one is turned. */
export interface ReadOnlyWords {
  readonly shown: string;
  readonly turned: string;
}

const cannotBeWritten = say`This document cannot be written: knobs work, but nothing is saved.`;

/** Milliseconds to wait for the editor to send the text that it has just written. */
const patience = 2000;

/**
 * Writes knobs into the fence: tried while they move, written as one edit when they are let go. An edit that comes
 * while another is on its way waits for the text that the first one makes.
 */
export class FenceWriter {
  readonly #host: Pick<HostChannel, 'request'>;
  readonly #events: FenceEvents;
  readonly #readOnlyWords: ReadOnlyWords;
  #subject: DemoSubject | undefined;
  #readOnly = false;
  #trying: ValuesByPath = {};
  /** What has been let go and is still to be written. */
  #due: ValuesByPath = {};
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: Pick<HostChannel, 'request'>,
    events: FenceEvents,
    readOnlyWords: ReadOnlyWords = { shown: cannotBeWritten, turned: cannotBeWritten },
  ) {
    this.#host = host;
    this.#events = events;
    this.#readOnlyWords = readOnlyWords;
  }

  /** Knobs as they stand beyond the fence's text. */
  get trying(): ValuesByPath {
    return this.#trying;
  }

  /** Takes the fence as it is now; a demo of another place forgets what was tried on this one. */
  follow(subject: DemoSubject, readOnly: boolean): void {
    const before = this.#subject;
    const same = before?.uri === subject.uri && before.index === subject.index && before.demo === subject.demo;
    this.#subject = subject;
    this.#readOnly = readOnly;
    if (!same) this.#due = {};
    if (!same || before.text !== subject.text) {
      this.#trying = this.#due;
      this.#written();
    }
    this.#events.notice(readOnly ? this.#readOnlyWords.shown : '');
  }

  try(values: ValuesByPath): void {
    this.#trying = { ...this.#trying, ...values };
    this.#events.changed();
  }

  set(values: ValuesByPath): void {
    this.try(values);
    if (this.#readOnly) {
      this.#events.notice(this.#readOnlyWords.turned);
      return;
    }
    this.#due = { ...this.#due, ...this.#trying };
    if (this.#waiting === undefined) void this.#write();
  }

  async #write(): Promise<void> {
    const [subject, due] = [this.#subject, this.#due];
    if (!subject) return;
    this.#due = {};
    if (withKnobs(subject.demo, subject.text, due) === subject.text) {
      this.#trying = {};
      this.#events.changed();
      return;
    }
    this.#waiting = setTimeout(() => this.#written(), patience);
    const set = Object.entries(due).map(([path, value]) => ({
      path: path.split('.'),
      ...(value === undefined ? {} : { value }),
    }));
    const { uri, version, index } = subject;
    const saved = await this.#host.request('editDemo', { uri, version, index, set }).catch(() => false);
    if (saved) return;
    if (this.#readOnly) {
      this.#due = {};
      this.#written();
      return;
    }
    const movedOn = this.#subject !== subject && this.#subject?.uri === uri && this.#subject.index === index;
    if (movedOn) {
      this.#due = { ...due, ...this.#due };
    } else {
      this.#trying = {};
      this.#events.notice(say`The text could not be written; the knobs stand again as it has them.`);
      this.#events.changed();
    }
    this.#written();
  }

  /** The text of the last edit is there, or will not come. */
  #written(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    if (Object.keys(this.#due).length > 0) void this.#write();
  }
}
