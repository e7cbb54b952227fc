import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import { JudgementCancelled } from '../core/mermaid/judge';
import type { DiagnosticsFeed } from './diagnostics-feed';
import type { OpenText, OpenTexts } from './open-texts';

export interface PushedDiagnosticsOptions {
  readonly texts: OpenTexts;
  check(uri: string): Promise<Diagnostic[]>;
  publish(params: PublishDiagnosticsParams): void;
  sameCourse(a: string, b: string): boolean;
  report(error: unknown): void;
  /** How long a file rests before it is looked at, in milliseconds. */
  readonly rest?: number;
}

/** For a client that cannot ask: each open text's diagnostics are sent when it has come to rest. */
export class PushedDiagnostics implements DiagnosticsFeed {
  readonly #options: PushedDiagnosticsOptions;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(options: PushedDiagnosticsOptions) {
    this.#options = options;
  }

  changed({ uri }: Pick<OpenText, 'uri'>): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => void this.#push(uri), this.#options.rest ?? 150),
    );
  }

  closed({ uri, spelling }: Pick<OpenText, 'uri' | 'spelling'>): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#options.publish({ uri: spelling, diagnostics: [] });
  }

  othersChanged(uri: string): void {
    for (const text of this.#options.texts) {
      if (text.uri !== uri && this.#options.sameCourse(text.uri, uri)) this.changed(text);
    }
  }

  again(uri: string): void {
    const text = this.#options.texts.get(uri);
    if (text) this.changed(text);
  }

  allChanged(): void {
    for (const text of this.#options.texts) if (text.language) this.changed(text);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #push(uri: string): Promise<void> {
    this.#timers.delete(uri);
    const { texts, check, publish, report } = this.#options;
    const text = texts.get(uri);
    if (!text) return;
    try {
      const diagnostics = text.silent || texts.isAboveLimit(text) ? [] : await check(uri);
      if (texts.get(uri) === text) publish({ uri: text.spelling, version: text.version, diagnostics });
    } catch (error) {
      if (!(error instanceof JudgementCancelled)) report(error);
    }
  }
}
