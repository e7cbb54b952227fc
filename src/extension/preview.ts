import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { Ask, GlossaryItem } from '../protocol';
import { type PreviewTerm, TermFinder, termsInPreview } from './preview-terms';

/** What VS Code's own preview of markdown shows of a course: its terms, with what they mean. */
export class Preview {
  readonly #ask: Ask;
  #finder: TermFinder | undefined;
  #known = '';
  #isUsed = false;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Given to VS Code, which calls it when its first preview opens. */
  extendMarkdownIt(md: MarkdownIt): MarkdownIt {
    this.#isUsed = true;
    void this.refresh();
    return termsInPreview(md, () => this.#finder);
  }

  /** Asks for the glossary once more, and has the previews drawn anew where it is another. */
  async refresh(): Promise<void> {
    if (!this.#isUsed) return;
    const terms = isWanted() ? (await this.#ask('coursewright/glossary', {})).terms.flatMap(previewTerm) : [];
    const known = JSON.stringify(terms);
    if (known === this.#known) return;
    this.#known = known;
    this.#finder = new TermFinder(terms);
    await vscode.commands.executeCommand('markdown.preview.refresh');
  }
}

const isWanted = (): boolean =>
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
