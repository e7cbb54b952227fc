import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { PanelSubject, SubjectEntry } from '../core/features/panel-subject';

/** What the extension asks of the language server beyond the protocol's own requests. Positions are the protocol's. */
export type ServerRequests = {
  /** The diagram or demo at a position, or the one with a number, and the list of all that the document has. */
  'coursewright/panelSubject': {
    params: { readonly uri: string } & ({ readonly position: Position } | { readonly index: number });
    result: { readonly subject: PanelSubject | null; readonly contents: readonly SubjectEntry[] };
  };
  /** The edits that set keys of a demo's fence, keeping its comments, order and everything else as written. */
  'coursewright/demoEdit': {
    params: {
      readonly uri: string;
      readonly version: number;
      readonly index: number;
      readonly set: readonly DemoKey[];
    };
    result: { readonly edits: readonly TextEdit[] };
  };
};

/** A key of a demo's fence and its new value; without one the key is taken out. */
export interface DemoKey {
  readonly path: readonly (string | number)[];
  readonly value?: unknown;
}

/** Asks the server; the language client is one such, a test another. */
export type Ask = <M extends keyof ServerRequests>(
  method: M,
  params: ServerRequests[M]['params'],
) => Promise<ServerRequests[M]['result']>;
