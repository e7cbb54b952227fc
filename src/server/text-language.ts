import type { CourseLanguage } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import { isSettingsFile } from '../host/settings-file-names';
import { notebookOf } from './notebook-cell';

/** How editors name the languages of course texts, in small letters. */
const ids: Readonly<Record<CourseLanguage, readonly string[]>> = {
  markdown: [
    'markdown',
    'md',
    'mdx',
    'quarto',
    'qmd',
    'gfm', // Emacs' mode for GitHub's markdown
    'ghmarkdown',
    'markdown-ts',
    'commonmark',
    'multimarkdown',
    'mmark',
    'pandoc',
    'rmd',
    'rmarkdown',
    'myst',
    'telekasten',
    // VS Code's own, for what steers assistants.
    'prompt',
    'instructions',
    'chatmode',
    'chatagent',
    'skill',
  ],
  mermaid: ['mermaid', 'mmd', 'mermaid-ts', 'mermaidjs'],
  python: ['python', 'py', 'python3', 'python-ts'],
  // Its text is JSON, and so its ending decides.
  notebook: [],
};

const languages = new Map<string, CourseLanguage>(
  Object.entries(ids).flatMap(([language, names]) => names.map((name) => [name, language as CourseLanguage] as const)),
);

/** What editors send for a text that is not to be read as any language. */
const plain: ReadonlySet<string> = new Set(['plaintext', 'plain text', 'plain', 'text', 'txt', 'fundamental', 'none']);

/** How an open text is read. */
export interface TextLanguage {
  /** As the client names it. */
  readonly languageId: string;
  /** Undefined where neither the id nor the file's ending says: then it is no course text. */
  readonly language: CourseLanguage | undefined;
  /** The text stands for its file in what is said of the course, but nothing is said on the text itself. */
  readonly silent: boolean;
}

/**
 * The language of an open text. The client's id decides, without case and with Vim's parts (`markdown.pandoc`); one that
 * says nothing (Vim's `vimwiki` has several syntaxes) leaves it to the file's ending. A client that says plain text means it.
 */
export function textLanguage(sent: unknown, uri: string): TextLanguage {
  const languageId = typeof sent === 'string' ? sent : '';
  const id = languageId.trim().toLowerCase();
  // Of a notebook the markdown is course text, and its programs are not: the file's own reader takes it so too.
  if (notebookOf(uri) && id !== 'markdown') return { languageId, language: undefined, silent: true };
  for (const name of [id, ...id.split('.')]) {
    const language = languages.get(name);
    if (language) return { languageId, language, silent: false };
  }
  const language = courseLanguageOf(pathOf(uri));
  // Of a settings file nothing is known but what is wrong with it.
  const silent = language === undefined ? !isSettingsFile(pathOf(uri)) : plain.has(id);
  return { languageId, language, silent };
}

/** Whether VS Code's own markdown features serve texts of an id. */
export const isBuiltInMarkdown = (languageId: string | undefined): boolean =>
  ['markdown', 'prompt', 'instructions', 'chatmode', 'chatagent', 'skill'].includes(languageId ?? '');

/** The id that VS Code gives a file of plain markdown when it opens it. */
export const closedLanguageId = (uri: string): string | undefined =>
  /\.(?:md|markdown)$/i.test(uri) ? 'markdown' : undefined;

/** A URI without what may follow the path. */
const pathOf = (uri: string): string => uri.replace(/[?#].*$/s, '');
