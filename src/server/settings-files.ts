import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { CourseDiagnostic } from '../core/diagnostics/course-diagnostic';
import type { CourseSettings } from '../core/settings';
import { LineIndex } from '../core/text/line-index';
import { checkSettingsFile } from '../host/check-settings-file';
import { isSettingsFile } from '../host/settings-file-names';
import type { MachineFiles } from './machine';
import type { OpenTexts } from './open-texts';
import { type Placed, toDiagnostic } from './to-protocol';

export interface SettingsFilesOptions {
  readonly texts: OpenTexts;
  roots(): readonly string[];
  settingsOf(uri: string): Promise<CourseSettings>;
  publish(params: PublishDiagnosticsParams): void;
  readonly files: Pick<MachineFiles, 'settingsFiles' | 'settingsText'>;
}

/**
 * The settings files of the courses: what is wrong in them is told whether or not they are open, since most clients have
 * only course texts open here.
 */
export class SettingsFiles {
  readonly #options: SettingsFilesOptions;
  /** Those on which something was said. */
  #told: ReadonlySet<string> = new Set();

  constructor(options: SettingsFilesOptions) {
    this.#options = options;
  }

  /** Says of each what is wrong with it now. */
  async tell(): Promise<void> {
    const { roots, texts, files } = this.#options;
    const uris = new Set<string>();
    for (const { uri } of texts) if (isSettingsFile(uri)) uris.add(uri);
    for (const found of await Promise.all(roots().map((root) => files.settingsFiles(root)))) {
      for (const uri of found) uris.add(uri);
    }
    const before = this.#told;
    this.#told = uris;
    for (const uri of before) if (!uris.has(uri)) this.#publish(uri, []);
    await Promise.all([...uris].map((uri) => this.#tellOf(uri)));
  }

  /** What is wrong with one; undefined for what is no settings file, or cannot be read. */
  async checked(uri: string): Promise<(Placed & { readonly diagnostics: readonly CourseDiagnostic[] }) | undefined> {
    if (!isSettingsFile(uri)) return undefined;
    const settings = await this.#options.settingsOf(uri);
    const text = await this.#text(uri);
    if (text === undefined) return undefined;
    return { uri, lines: new LineIndex(text), diagnostics: checkSettingsFile(text, settings) };
  }

  async #tellOf(uri: string): Promise<void> {
    const found = await this.checked(uri);
    this.#publish(uri, found?.diagnostics.map((one) => toDiagnostic(found, one)) ?? []);
  }

  #publish(uri: string, diagnostics: PublishDiagnosticsParams['diagnostics']): void {
    this.#options.publish({ uri: this.#options.texts.get(uri)?.spelling ?? uri, diagnostics });
  }

  /** The editor's text, else the one that is stored. */
  async #text(uri: string): Promise<string | undefined> {
    return this.#options.texts.get(uri)?.text ?? this.#options.files.settingsText(uri);
  }
}
