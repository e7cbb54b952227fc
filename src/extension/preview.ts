import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { plainText } from '../core/course/inline/plain-text';
import { sourceLanguage, spokenLanguage } from '../core/l10n/say';
import type { Ask, GlossaryItem } from '../protocol';
import { DataWatch } from './data-watch';
import { demosOf } from './demos-of';
import { PreviewData } from './preview-data';
import { demosInPreview } from './preview-demos';
import { type PreviewTerm, TermFinder, termsInPreview } from './preview-terms';
import { PreviewTexts } from './preview-texts';

/** How long other causes to draw anew are waited for, in milliseconds. */
const pause = 500;
/** How long a new page is left alone while it loads, in milliseconds: nothing tells when it has. */
const loading = 5000;

/**
 * What VS Code's own preview of markdown shows of a course: its demos, and its terms with what they mean.
 *
 * VS Code draws when it wants to, and takes what is known at that moment. What becomes known later shows at the next letter
 * that is typed, or in a page that takes the place of the first: that forgets what its reader did, and where the first
 * still loads VS Code 1.139 may never show it. So all is asked for before there is a preview, from the time that a text of
 * markdown is on the screen.
 */
export class Preview implements vscode.Disposable {
  readonly #ask: Ask;
  readonly #data: PreviewData;
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #texts = new PreviewTexts();
  #finder: TermFinder | undefined;
  #known = '';
  #isPrepared = false;
  /** The pages that something has changed for since they were drawn. */
  readonly #stale = new Set<string>();
  /** When the first page of a text will have loaded. */
  readonly #fresh = new Map<string, number>();
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** When the newest page will have loaded, by the clock of `Date`. */
  #loaded = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.#data = new PreviewData(ask, (page) => this.#draw([page]));
  }

  /** Asks for what previews of the texts on the screen would show. */
  prepare(): void {
    const isFirst = !this.#isPrepared;
    this.#use();
    if (isFirst) void this.refresh();
    if (!wantsDemos()) return;
    const shown = vscode.window.visibleTextEditors.flatMap(({ document }) =>
      document.languageId === 'markdown' ? [document] : [],
    );
    const pages = new Set([...this.#texts.pages(), ...shown.map(({ uri }) => uri.toString())]);
    this.#data.keep((page) => pages.has(page));
    for (const document of shown) {
      for (const demo of demosOf(document.getText())) this.#data.of(demo, document.uri.toString());
    }
  }

  /** Given to VS Code, which calls it when its first preview opens. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt {
    this.#use();
    void this.refresh();
    const demos = {
      isWanted: wantsDemos,
      language: () => {
        const language = spokenLanguage();
        return language.name === sourceLanguage.name ? undefined : JSON.stringify(language);
      },
      data: (demo: string, page: unknown) => {
        const uri = pageOf(page);
        return uri && this.#data.of(demo, uri.toString());
      },
    };
    return demosInPreview(
      termsInPreview(
        md,
        () => this.#finder,
        (page, texts) => {
          const uri = pageOf(page)?.toString();
          if (uri === undefined) return;
          if (!this.#texts.has(uri)) this.#fresh.set(uri, Date.now() + loading);
          this.#texts.drawn(uri, texts);
          // What VS Code draws while the first page still loads may never be seen.
          if (Date.now() > (this.#fresh.get(uri) ?? 0)) {
            this.#fresh.delete(uri);
            this.#stale.delete(uri);
          }
          this.#loads();
        },
      ),
      demos,
    );
  }

  /** Asks for the glossary once more, and has the previews drawn anew where another one shows in them. */
  async refresh(): Promise<void> {
    if (!this.#isPrepared) return;
    const terms = wantsTerms() ? (await this.#ask('coursewright/glossary', {})).terms.flatMap(previewTerm) : [];
    const known = JSON.stringify(terms);
    if (known === this.#known) return;
    this.#known = known;
    const before = this.#finder;
    this.#finder = new TermFinder(terms);
    this.#draw(this.#texts.differing(before, this.#finder));
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #use(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    const again = () => {
      void this.refresh();
      this.prepare();
      this.#draw(this.#texts.pages());
    };
    this.#subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(again),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('coursewright.preview')) again();
      }),
      new DataWatch(() => this.#data.readAgain()),
    );
  }

  /**
   * Has the previews drawn anew: as new pages, so once for all that comes at about the same time (terms, the files of demos),
   * and not where VS Code has drawn them meanwhile.
   * @param pages for which something has changed
   */
  #draw(pages: Iterable<string>): void {
    for (const page of pages) if (this.#texts.has(page)) this.#stale.add(page);
    if (this.#stale.size > 0) this.#wait(pause);
  }

  #wait(time: number): void {
    clearTimeout(this.#drawing);
    this.#drawing = setTimeout(() => this.#redraw(), Math.max(time, this.#loaded - Date.now()));
  }

  #redraw(): void {
    if (this.#stale.size === 0) return;
    if (this.#loaded > Date.now()) {
      this.#wait(pause);
      return;
    }
    this.#stale.clear();
    this.#loads();
    void vscode.commands.executeCommand('markdown.preview.refresh');
  }

  /** A page is drawn: perhaps as a new one. */
  #loads(): void {
    this.#loaded = Date.now() + loading;
  }
}

/** The document that VS Code draws. */
const pageOf = (env: unknown) => (env as { readonly currentDocument?: vscode.Uri } | undefined)?.currentDocument;

const wantsDemos = (): boolean =>
  vscode.workspace.isTrusted && vscode.workspace.getConfiguration('coursewright').get('preview.demos', true);

const wantsTerms = (): boolean =>
  vscode.workspace.isTrusted && vscode.workspace.getConfiguration('coursewright').get('preview.terms', true);

function previewTerm({ term, acronym, aliases, definitions }: GlossaryItem): PreviewTerm[] {
  const definition = definitions.find((one) => one.definition !== null)?.definition;
  if (!definition) return [];
  return [{ names: [term, ...aliases], acronyms: acronym ? [acronym] : [], meaning: plain(definition) }];
}

const longest = 400;

/** A definition without its marks, as a tooltip can show it. */
function plain(markdown: string): string {
  const text = plainText(markdown);
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
