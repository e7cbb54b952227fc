import type { Diagram } from '../course/course-document';
import { english, said } from '../l10n/say';
import { languageNamed } from '../mermaid/languages/languages';
import { symbolsIn } from '../mermaid/symbols-in';

const frontMatter = /^\s*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?:\n|$)/;
const accessibleTitle = /^[ \t]*accTitle[ \t]*:[ \t]*(\S.*)$/m;
const titleLine = /^[ \t]*title\b[ \t]*:?[ \t]*(\S.*)$/m;
const titleInHeader = /^[ \t]*pie\b.*?\btitle[ \t]+(\S.*)$/m;
/** What kind of picture a diagram is, in a word or two. */
export const diagramKind = (diagram: Diagram): string =>
  said(languageNamed(symbolsIn(diagram).type)?.name ?? english`Diagram`);

/** The title that a diagram gives itself: by front matter, `accTitle` or `title`. */
export function diagramTitle(diagram: Diagram): string | undefined {
  const { text } = diagram.content;
  const yaml = frontMatter.exec(text);
  const body = yaml ? text.slice(yaml[0].length) : text;
  const named = (yaml && yamlTitle(yaml[1]!)) ?? accessibleTitle.exec(body)?.[1]?.trim();
  if (named !== undefined || !languageNamed(symbolsIn(diagram).type)?.hasTitle) return named;
  const title = (titleLine.exec(body) ?? titleInHeader.exec(body))?.[1];
  return title && unquoted(title);
}

/** The title in a demo's YAML, if it stands on a line of its own. */
export const demoTitle = (yaml: string): string | undefined => yamlTitle(yaml);

function yamlTitle(yaml: string): string | undefined {
  const title = /^title[ \t]*:[ \t]*(\S.*)$/m.exec(yaml)?.[1];
  return title && unquoted(title);
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
