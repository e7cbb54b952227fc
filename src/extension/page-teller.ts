import * as vscode from 'vscode';
import type { ToPanel } from '../protocol';
import type { FollowedDocument } from './followed-document';
import type { FoundSubject } from './found-subject';
import { problemsIn } from './panel-problems';
import { isInside, partAt } from './part-at';
import { toRange } from './plain-range';
import type { RecallStore } from './recall-store';
import type { ShownInPlace } from './shown-in-place';
import type { SkillBook } from './views/skill-book';

/** What a page is told of. */
export interface Told {
  readonly followed: FollowedDocument;
  readonly subject: FoundSubject;
  readonly inPlace: ShownInPlace;
  readonly recall: RecallStore;
  readonly skills: SkillBook;
  /** Where the cursor of the document stands. */
  cursor(): vscode.Position;
}

/** Tells the page of a panel what there is to know; it may be told everything anew at any time. */
export class PageTeller {
  readonly #webview: vscode.Webview;
  readonly #of: Told;

  constructor(webview: vscode.Webview, of: Told) {
    this.#webview = webview;
    this.#of = of;
  }

  post(message: ToPanel): void {
    void this.#webview.postMessage(message);
  }

  /** All that is known of the document; nothing where none is followed. */
  tellAll(): void {
    const { followed, subject } = this.#of;
    const { document, readOnly } = followed;
    if (!document) return;
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    this.post({ type: 'subject', ...subject.found, document: name, readOnly });
    void this.tellProblems();
    void this.tellProgress();
    this.tellLight();
  }

  /** Nothing of them, where there is another subject by the time that they are known. */
  async tellProblems(): Promise<void> {
    const { followed, subject } = this.#of;
    const shown = subject.found.subject;
    if (!shown || !followed.document) return;
    const problems = await problemsIn(followed.document.uri, toRange(shown.range));
    if (subject.found.subject === shown) this.post({ type: 'problems', problems });
  }

  /** How far a learner is with the nodes of the diagram. */
  async tellProgress(): Promise<void> {
    const { subject, skills } = this.#of;
    const shown = subject.found.subject;
    if (shown?.kind !== 'diagram') return;
    const found = await skills.statesOf(shown.nodes.map(({ label }) => label)).catch(() => []);
    if (subject.found.subject !== shown) return;
    const states = shown.nodes.flatMap(({ id }, i) =>
      found[i] && found[i] !== 'todo' ? [[id, found[i]] as const] : [],
    );
    this.post({ type: 'progress', states: Object.fromEntries(states) });
  }

  /** What of the diagram stands under the cursor. */
  tellLight(): void {
    const { subject, cursor } = this.#of;
    const shown = subject.found.subject;
    if (shown?.kind !== 'diagram') return;
    const at = cursor();
    this.post({ type: 'light', part: isInside(shown.range, at) ? partAt(shown, at) : null });
  }

  /** @param again whether it was made anew */
  tellInPlace(again = false): void {
    const { what } = this.#of.inPlace;
    if (what?.type === 'kit') this.post({ ...what, recall: this.#of.recall.states, again });
    else if (what) this.post(what);
  }

  tellLook(): void {
    const look = vscode.workspace.getConfiguration('coursewright').get('panel.mermaid', '11') as string;
    this.post({ type: 'look', mermaid: look === '12' ? '12' : '11' });
  }
}
