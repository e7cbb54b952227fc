import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { ComparedDiagram } from '../core/diff/compared-diagram';
import type { PlannedPicture } from '../core/export/plan-pictures';
import type { FileSkills } from '../core/features/outline/list-skills';
import type { SearchAnswer } from '../core/features/search/search-entry';
import type { ExplainedTerm } from '../core/features/terms/explain-words';
import type { GlossaryItem } from '../core/features/terms/list-glossary';
import type { GraphFormat } from '../core/map/graph-text';
import type { CardFormat } from '../core/overview/card-text';
import type { TeachingKit } from '../core/overview/teaching-kit';
import type { DemoSubject, PanelSubject, SubjectEntry } from '../core/panel/panel-subject';
import type { DrawnPicture, PictureRequest } from '../core/picture-drawer';
import type { Reading } from '../core/speech/reading';
import type { DataFile } from '../core/workspace';

/** What the extension asks of the language server beyond the protocol's own requests. Positions are the protocol's. */
export type ServerRequests = {
  /**
   * The diagram or demo at a position, or the one with a number, and the list of all that the document has. Of a document
   * that is being read that is said at once or, to who is patient, when it has been or some seconds have passed.
   */
  'coursewright/panelSubject': {
    params: { readonly uri: string; readonly patient?: boolean } & (
      | { readonly position: Position }
      | { readonly index: number }
    );
    result: {
      readonly subject: PanelSubject | null;
      readonly contents: readonly SubjectEntry[];
      readonly unread: Unread | null;
    };
  };
  /** All demos of a document, in text order. */
  'coursewright/panelLesson': {
    params: { readonly uri: string };
    result: { readonly demos: readonly DemoSubject[] };
  };
  /** A demo's data file by its path relative to the lesson; null when it is not there or outside the course. */
  'coursewright/demoData': {
    params: { readonly uri: string; readonly path: string };
    result: { readonly file: DataFile | null };
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
  /**
   * The diagrams of a file, or of the course around it, merged into one graph, and what passes a filter. `uri` is a file or
   * the course's folder; `refused` says why Mermaid would not draw the map.
   */
  'coursewright/courseMap': {
    params: {
      readonly uri: string;
      readonly of: 'file' | 'course';
      readonly format: GraphFormat;
      readonly filter?: MapFilter;
    };
    result: { readonly text: string; readonly nodes: number; readonly refused: string | null };
  };
  /** By what the map of a course can be filtered: files with a diagram, labels of nodes, labels of arrows with their number. */
  'coursewright/mapChoices': {
    params: { readonly uri: string };
    result: {
      readonly files: readonly string[];
      readonly concepts: readonly string[];
      readonly labels: readonly { readonly label: string; readonly arrows: number }[];
    };
  };
  /** A diagram drawn without a page, for one that Mermaid would take long over; `why` says why there is no picture. */
  'coursewright/picture': {
    params: PictureRequest;
    result: { readonly picture: DrawnPicture | null; readonly why: string | null };
  };
  /**
   * All diagrams of the course in a folder, as files below another: what each is called and what its first line is as long
   * as nothing changes. `mark` is how the first line of every picture begins that was written so.
   */
  'coursewright/exportPlan': {
    params: { readonly uri: string; readonly out: string; readonly theme: 'light' | 'dark' };
    result: { readonly pictures: readonly PlannedPicture[]; readonly mark: string };
  };
  /** One of them, drawn: the text of its file; `why` says why there is none. */
  'coursewright/exportPicture': {
    params: { readonly picture: PlannedPicture; readonly theme: 'light' | 'dark' };
    result: { readonly file: string | null; readonly why: string | null };
  };
  /** The diagram at a position, drawn together with what it is in another text; null where there is none to compare. */
  'coursewright/compareDiagram': {
    params: {
      readonly uri: string;
      readonly position: Position;
      readonly before: { readonly uri: string; readonly text: string };
    };
    result: { readonly compared: ComparedDiagram | null };
  };
  /**
   * What a tool for assistants answers about the course in a folder that is open, by its URI. `refused` says why there
   * is no answer; `write` is left for the editor to do.
   */
  'coursewright/tool': {
    params: { readonly tool: string; readonly input: unknown; readonly folder: string };
    result:
      | {
          readonly answer: unknown;
          readonly write: { readonly uri: string; readonly before: string; readonly after: string } | null;
        }
      | { readonly refused: string };
  };
  /** The text of a course's overview file, `before` as it stands there, with the overview made anew between its markers. */
  'coursewright/overview': {
    params: { readonly uri: string; readonly before: string };
    result: { readonly text: string };
  };
  /** The overview of the course around a file, to be shown, and its cards; null where the work was given up. */
  'coursewright/teachingKit': { params: { readonly uri: string }; result: { readonly kit: TeachingKit | null } };
  /** The cards of the course around a file, as a text. */
  'coursewright/cards': {
    params: { readonly uri: string; readonly format: CardFormat };
    result: { readonly text: string; readonly count: number };
  };
  /**
   * What tells a stretch of a text, or the section around it where it is empty, from the rest of the course, as a Mermaid
   * diagram; null where nothing does.
   */
  'coursewright/keyConcepts': {
    params: { readonly uri: string; readonly range: Range };
    result: { readonly diagram: string | null };
  };
  /** The section around a place as it is read aloud; null where the text cannot be read. */
  'coursewright/reading': {
    params: { readonly uri: string; readonly position: Position };
    result: { readonly reading: Reading | null };
  };
  /** Terms, headings and labels of diagrams of the course around a file that hold all words of a query. */
  'coursewright/search': { params: { readonly uri: string; readonly query: string }; result: SearchAnswer };
  /** The terms that stand in ranges of a document, with their definitions. */
  'coursewright/explain': {
    params: { readonly uri: string; readonly ranges: readonly Range[] };
    result: { readonly terms: readonly ExplainedTerm[] };
  };
  /** The terms of all courses, in the order of their definitions. */
  'coursewright/glossary': { params: Record<string, never>; result: { readonly terms: readonly GlossaryItem[] } };
  /** The numbered outlines of all courses, file by file. */
  'coursewright/skills': { params: Record<string, never>; result: { readonly files: readonly FileSkills[] } };
};

/** Why what an open document holds is not known: a large one is still being read, or is too large or takes too long. */
export type Unread = 'reading' | 'left out';

/** What of a course's map is asked for; what is not given leaves all. */
export interface MapFilter {
  /** Whose diagrams make the map: paths in the course, with forward slashes. */
  readonly files?: readonly string[];
  /** Words that the label of an arrow holds, in any case. */
  readonly label?: string;
  /** A concept by any of its names, and how many arrows away from it, whichever way they point. */
  readonly around?: { readonly name: string; readonly hops: number };
}

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
