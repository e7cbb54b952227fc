import type { Range } from 'vscode-languageserver-types';
import type { SearchAnswer } from '../core/features/search/search-entry';
import type { ExplainedTerm } from '../core/features/terms/explain-words';
import type { TeachingKit } from '../core/overview/teaching-kit';
import type { DemoSubject, PanelSubject, SubjectEntry } from '../core/panel/panel-subject';
import type { DrawnPicture, PictureRequest } from '../core/picture-drawer';
import type { Reading } from '../core/speech/reading';
import type { DataFile } from '../core/workspace';
import type { ReplyMessage, RequestMessage } from './rpc';
import type { DemoKey, Unread } from './server-requests';

/** A problem that the checks found inside the subject's text. */
export interface PanelProblem {
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly range: Range;
  /** What the editor offers as the first mend, in its words. */
  readonly fix?: string;
}

/** What the panel keeps over a reload, and what the extension needs to find the same place again. */
export interface PanelState {
  readonly uri: string;
  readonly index: number;
}

/** A part of a diagram: a node by its id, a connection or a group by its place in the subject's lists. */
export type DiagramPart = { readonly node: string } | { readonly edge: number } | { readonly group: number };

/** Which Mermaid’s layout and look diagrams have that state none of their own. */
export type MermaidLook = '11' | '12';

export type PanelCommand = 'fit' | 'zoomIn' | 'zoomOut' | 'find' | 'exportSvg' | 'exportPng' | 'copy';

/** How far a learner is with a skill. */
export type SkillState = 'todo' | 'doing' | 'done';

/** How far a learner is with nodes of a diagram, by their ids; those that are not named are to do. */
export type SkillStates = Readonly<Record<string, SkillState>>;

export type KitPage = 'overview' | 'cards';

/** What a learner knows of cards, by their ids: the box that a card is in, and when it is due, in days since 1970. */
export type RecallStates = Readonly<Record<string, { readonly box: number; readonly due: number }>>;

/** What is shown in place of the document's subject, until the page says `closeInPlace`. */
export type InPlace =
  /** A page of the course's teaching kit. */
  | {
      readonly type: 'kit';
      readonly kit: TeachingKit;
      readonly page: KitPage;
      readonly recall: RecallStates;
      /** The same as is shown, made anew: the page that a person has gone to stays. */
      readonly again?: boolean;
    }
  /** A section to be read aloud. */
  | { readonly type: 'reading'; readonly reading: Reading };

/** Extension to panel. */
export type ToPanel =
  | {
      readonly type: 'subject';
      /** Null where the document has nothing to show. */
      readonly subject: PanelSubject | null;
      readonly contents: readonly SubjectEntry[];
      /** Why it is not known what there is to show. */
      readonly unread: Unread | null;
      /** The document's name for people. */
      readonly document: string;
      /** The document may be read but not written. */
      readonly readOnly: boolean;
    }
  | { readonly type: 'problems'; readonly problems: readonly PanelProblem[] }
  /** What stands under the cursor; null when there is nothing. */
  | { readonly type: 'light'; readonly part: DiagramPart | null }
  /** How far a learner is with the nodes of the diagram. */
  | { readonly type: 'progress'; readonly states: SkillStates }
  | { readonly type: 'command'; readonly command: PanelCommand }
  /** Comes before the first subject, and when the setting is another. */
  | { readonly type: 'look'; readonly mermaid: MermaidLook }
  /** A file that demos may read is another now. */
  | { readonly type: 'data' }
  | InPlace
  | ReplyMessage;

/** Panel to extension. */
export type FromPanel =
  /** The page has loaded and listens. */
  | { readonly type: 'ready'; readonly state: PanelState | null }
  /** Shows and selects a place in the source; `focus` also moves the keyboard there. */
  | { readonly type: 'reveal'; readonly uri: string; readonly range: Range; readonly focus: boolean }
  /** Mends the problem at a place as the editor would. */
  | { readonly type: 'fix'; readonly range: Range }
  /** The page draws something large, and answers nothing until it says that it does no more. */
  | { readonly type: 'drawing'; readonly what: string | null }
  /** Shows another diagram or demo of the same document. */
  | { readonly type: 'go'; readonly index: number }
  /** What was shown in place of the subject is shown no more. */
  | { readonly type: 'closeInPlace' }
  | RequestMessage<PanelRequests>;

/** What the panel asks of the extension. */
export type PanelRequests = {
  /**
   * Asks where, then writes; false when the dialog was left. An SVG is given a link to `source`, the line that it is made
   * from, counted from zero, where that can be reached from where it is written.
   */
  saveFile: {
    params: {
      readonly name: string;
      readonly base64: string;
      readonly kind: 'svg' | 'png' | 'csv';
      readonly source?: { readonly uri: string; readonly line: number };
    };
    result: boolean;
  };
  /** Terms, headings and labels of the course that hold all words of a query. */
  search: { params: string; result: SearchAnswer };
  /** What the glossary says of the words in ranges of the document that is shown. */
  explain: { params: readonly Range[]; result: readonly ExplainedTerm[] };
  copyText: { params: string; result: null };
  /** Keeps for this workspace what a learner knows of a card. */
  keepRecall: { params: { readonly id: string; readonly box: number; readonly due: number }; result: null };
  /** Keeps for this workspace how far a learner is with what a node stands for; `name` is what the node shows. */
  markSkill: { params: { readonly name: string; readonly state: SkillState }; result: null };
  /** All demos of a document as it is now, in text order. */
  lesson: { params: { readonly uri: string }; result: readonly DemoSubject[] };
  /** A diagram drawn without the page; null where that cannot be. */
  picture: { params: PictureRequest; result: DrawnPicture | null };
  /** A data file's text by its path relative to the lesson; null when it is not there or outside the course. */
  readData: { params: { readonly uri: string; readonly path: string }; result: DataFile | null };
  /** Writes knobs back into the fence as one undo step; false when the document has moved on or cannot be written. */
  editDemo: {
    params: {
      readonly uri: string;
      readonly version: number;
      readonly index: number;
      readonly set: readonly DemoKey[];
    };
    result: boolean;
  };
};
