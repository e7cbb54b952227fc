import * as vscode from 'vscode';
import { say } from '../core/l10n/say';
import type { ServerActivity } from '../protocol';
import { courseLanguages } from './course-files';

/** The item of the language status: what the server is doing, and what went wrong with it. */
export class CourseStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  #failures = 0;
  #files: number | undefined;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem(
      'coursewright.status',
      courseLanguages.map((language) => ({ language })),
    );
    this.#item.name = 'Coursewright';
    this.#item.text = say`Coursewright is starting`;
    this.#item.busy = true;
  }

  /** How many files the server knows of the course; undefined while it reads. */
  get files(): number | undefined {
    return this.#files;
  }

  /** How often something of ours failed since the server began. */
  get failures(): number {
    return this.#failures;
  }

  /** Shows how far the course is read, then what is known of it; a failure stays until the server is started again. */
  show(activity: ServerActivity): void {
    this.#files = activity.state === 'ready' ? activity.files : undefined;
    if (this.#failures > 0) return;
    this.#item.busy = activity.state === 'reading';
    if (activity.state === 'reading') {
      this.#item.text = say`Coursewright is reading the course`;
      this.#item.detail = say`${activity.done} of ${activity.total} files`;
    } else {
      this.#item.text = 'Coursewright';
      this.#item.detail = activity.files === 1 ? say`1 file of the course` : say`${activity.files} files of the course`;
      this.#item.command = {
        title: say`Show Course Map`,
        command: 'coursewright.showCourseMap',
        arguments: ['course'],
      };
    }
  }

  fail(message: string): void {
    this.#failures++;
    this.#item.busy = false;
    this.#item.severity = vscode.LanguageStatusSeverity.Error;
    this.#item.text = say`Coursewright cannot check diagrams`;
    this.#item.detail = message;
    this.#item.command = { title: say`Restart Language Server`, command: 'coursewright.restartServer' };
  }

  /** A server begins anew. */
  restart(): void {
    this.#failures = 0;
    this.#files = undefined;
    this.#item.severity = vscode.LanguageStatusSeverity.Information;
    this.#item.text = say`Coursewright is starting`;
    this.#item.busy = true;
    this.#item.detail = '';
    this.#item.command = undefined;
  }

  dispose(): void {
    this.#item.dispose();
  }
}
