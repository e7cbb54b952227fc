import type { OpenText } from './open-texts';

/** How a client comes by the diagnostics of what it has open: it is sent them, or told to ask. */
export interface DiagnosticsFeed {
  /** A text was opened or edited. */
  changed(text: OpenText): void;
  closed(text: Pick<OpenText, 'uri' | 'spelling'>): void;
  /** What a file says changed for the others of its course; its own diagnostics are seen to anyway. */
  othersChanged(uri: string): void;
  /** A text's own diagnostics are to be looked at once more. */
  again(uri: string): void;
  /** Something beyond one file changed: diagnostics of all open texts may be others. */
  allChanged(): void;
  dispose(): void;
}
