import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { say } from '../../l10n/say';
import { relativeTarget } from '../../links/link-target';
import { fileLesson } from '../../order/file-lesson';
import type { Span } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const longestHead = 5000;
const key = /^[\w-]*$/;
const inList = /^[ \t]*-[ \t]+["']?([^"'\n]*)$/;
const onLine = /^needs:[ \t]*(?:\[(?:[^\]\n]*,)?[ \t]*)?["']?([^"',[\]\n]*)$/;

/** Keys of a page's front matter that mean something here. */
const keys: Readonly<Record<string, string>> = {
  title: say`what the page is called`,
  needs: 'lessons that have to be read before this one',
  aliases: 'other names of the page, which links may use',
};

/** In the front matter of a page: the keys that mean something here, and the lessons that one may need. */
export function pageHeadCompletion(
  { document, course }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): CompletionItem[] {
  if (typed !== undefined) return [];
  const head = headBefore(document, offset);
  if (head === undefined) return [];
  const lines = head.split('\n');
  const line = lines.at(-1)!;
  const item = (written: string, label: string, newText: string, kind: CompletionItemKind, says: string) => {
    const span: Span = { start: offset - written.length, end: offset };
    const documentation = { kind: 'markdown', value: says } as const;
    return { label, kind, documentation, textEdit: { range: document.lines.rangeOf(span), newText } };
  };
  if (key.test(line)) {
    return Object.entries(keys)
      .filter(([name]) => !lines.slice(0, -1).some((other) => other.startsWith(`${name}:`)))
      .map(([name, detail]) =>
        item(line, name, `${name}: `, CompletionItemKind.Property, `**${name}**: ${detail}.\n\n${exampleOf(name)}`),
      );
  }
  const written = onLine.exec(line)?.[1] ?? (isUnderNeeds(lines) ? inList.exec(line)?.[1] : undefined);
  if (written === undefined) return [];
  const quoted = /["']$/.test(line.slice(0, line.length - written.length));
  return lessonsOf(course, document.uri).map(({ name, path }) =>
    item(
      written,
      name,
      quoted ? name : plain(name),
      CompletionItemKind.File,
      say`The lesson \`${path.replaceAll('`', '')}\`.`,
    ),
  );
}

const exampleOf = (name: string): string =>
  `\`\`\`yaml\n${name}: ${name === 'title' ? 'Attention' : name === 'needs' ? '[Embeddings, Softmax]' : '[Self-attention]'}\n\`\`\``;

/** The lines of a file's front matter up to an offset, if it stands in there, closed or not yet. */
function headBefore({ text, language }: CourseDocument, offset: number): string | undefined {
  if (language !== 'markdown' || offset > longestHead || !/^---[ \t]*\r?\n/.test(text)) return undefined;
  const start = text.indexOf('\n') + 1;
  const head = offset < start ? undefined : text.slice(start, offset).replaceAll('\r', '');
  return head === undefined || /^(?:---|\.\.\.)[ \t]*$/m.test(head) ? undefined : head;
}

const isUnderNeeds = (lines: readonly string[]): boolean =>
  lines.findLast((line, index) => index < lines.length - 1 && !/^[ \t]*-/.test(line))?.startsWith('needs:') ?? false;

function lessonsOf(course: Course, from: string): { readonly name: string; readonly path: string }[] {
  const names = new Map<string, string>();
  for (const [uri, { title }] of course.all(fileLesson)) {
    const path = relativeTarget(from, uri);
    if (uri !== from && !names.has(title ?? path)) names.set(title ?? path, path);
  }
  return [...names].map(([name, path]) => ({ name, path }));
}

/** A name as YAML takes it. */
const plain = (name: string): string =>
  /^[\p{L}\p{N}][^:#,[\]{}"'&*!|>%@`]*$/u.test(name) ? name : JSON.stringify(name);
