import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { sourceLanguage, spokenLanguage } from '../core/l10n/say';
import type { Ask, GlossaryItem } from '../protocol';
import { DataWatch } from './data-watch';
import { PreviewData } from './preview-data';
import { demosInPreview } from './preview-demos';
import { type PreviewTerm, TermFinder, termsInPreview } from './preview-terms';
import { PreviewTexts } from './preview-texts';

/** How long other causes to draw anew are waited for, in milliseconds. */
const pause = 500;
/** How long a new page is left alone while it loads, in milliseconds: nothing tells when it has. */
const loading = 3000;

/** What VS Code's own preview of markdown shows of a course: its demos, and its terms with what they mean. */
export class Preview implements vscode.Disposable {
  readonly #ask: Ask;
  readonly #data: PreviewData;
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #texts = new PreviewTexts();
  #finder: TermFinder | undefined;
  #known = '';
  #isUsed = false;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** When the newest page will have loaded, by the clock of `Date`. */
  #loaded = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.#data = new PreviewData(ask, () => this.#draw());
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
          if (this.#texts.drawn(pageOf(page)?.toString() ?? '', texts)) this.#loads();
        },
      ),
      demos,
    );
  }

  /** Asks for the glossary once more, and has the previews drawn anew where another one shows in them. */
  async refresh(): Promise<void> {
    if (!this.#isUsed) return;
    const terms = wantsTerms() ? (await this.#ask('coursewright/glossary', {})).terms.flatMap(previewTerm) : [];
    const known = JSON.stringify(terms);
    if (known === this.#known) return;
    this.#known = known;
    const before = this.#finder;
    this.#finder = new TermFinder(terms);
    if (this.#texts.differ(before, this.#finder)) this.#draw();
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }

  #use(): void {
    if (this.#isUsed) return;
    this.#isUsed = true;
    const again = () => {
      void this.refresh();
      this.#draw();
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
   * Has the previews drawn anew: as new pages, so once for all that comes at about the same time (terms, the files of demos).
   * A page that is replaced while it loads may leave VS Code with one that follows nothing.
   */
  #draw(): void {
    clearTimeout(this.#drawing);
    const redraw = () => {
      this.#loads();
      void vscode.commands.executeCommand('markdown.preview.refresh');
    };
    this.#drawing = setTimeout(redraw, Math.max(pause, this.#loaded - Date.now()));
  }

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
  const text = markdown
    .replace(/!?\[([^\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1')
    .replace(/[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
}
