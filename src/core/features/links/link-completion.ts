import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { inlineAt } from '../../course/inline-at';
import { regionAt } from '../../course/region-at';
import { say } from '../../l10n/say';
import { anchorsOf } from '../../links/file-links';
import { readTarget, relativeTarget } from '../../links/link-target';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import type { EmbeddedText } from '../../text/embedded-text';
import { escapedMarkdown } from '../../text/escaped-markdown';
import { contains } from '../../text/span';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const inLink = /\[[^\]\n]*\]\(\s*<?([^()\s<>]*)$/;
const inImage = /!\[[^\]\n]*\]\(\s*<?([^()\s<>]*)$/;
const inDefinition = /^\s*\[[^\]\n]+\]:\s*<?(\S*)$/;
const inHtml = /<(?:a|img|source|video|audio|iframe|embed|image|link)\b[^<>]*\s(?:href|src)=["']([^"'<>\s]*)$/i;
const inHtmlImage = /<(?:img|image)\b[^<>]*\ssrc=["']([^"'<>\s]*)$/i;
const triggers = new Set(['(', '/', '#']);

/**
 * In a link's destination: files of the course, sections of the file meant, and the sections that hold diagrams. In an
 * image's: the pictures of the course.
 */
export async function linkCompletion(
  { document, course, builtInMarkdown }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): Promise<CompletionItem[]> {
  if (builtInMarkdown || (typed !== undefined && !triggers.has(typed))) return [];
  const source = sourceAt();
  const end = source?.toInner(offset);
  if (!source || end === undefined) return [];
  const before = source.text.slice(Math.max(0, end - 300), end);
  const written = (inLink.exec(before) ?? inDefinition.exec(before) ?? inHtml.exec(before))?.[1];
  if (written === undefined) return [];
  const hash = written.indexOf('#');
  const item = (
    start: number,
    label: string,
    newText: string,
    kind: CompletionItemKind,
    detail?: string,
  ): CompletionItem[] => {
    const change = source.change({ start, end }, newText);
    if (!change) return [];
    const textEdit = { range: document.lines.rangeOf(change.span), newText: change.newText };
    const leadsTo = detail ? `‘${escapedMarkdown(detail)}’` : say`this file`;
    const value = say`Leads to ${leadsTo}: \`[text](${newText.replaceAll('`', '')})\`.`;
    return [
      {
        label,
        kind,
        filterText: label,
        textEdit,
        ...(detail ? { detail } : {}),
        documentation: { kind: 'markdown', value },
      },
    ];
  };
  const destinations = (uris: readonly string[]): CompletionItem[] =>
    uris.flatMap((other) => {
      if (other === document.uri) return [];
      const path = pathLike(written, document.uri, other, course.root);
      return item(end - written.length, path, path, CompletionItemKind.File);
    });
  if (inImage.test(before) || inHtmlImage.test(before)) return destinations(await course.images());
  const { uri } = readTarget(hash < 0 ? '' : written.slice(0, hash), document.uri, course.root);
  const anchors = uri === undefined ? [] : ((await anchorsOf(course, uri)) ?? []);
  const fragmentStart = hash < 0 ? end - written.length : end - written.length + hash;
  const sections = anchors.flatMap(({ slug, title }) =>
    item(fragmentStart, `#${slug}`, `#${slug}`, CompletionItemKind.Reference, title),
  );
  if (hash >= 0) return sections;
  const files = destinations(course.uris);
  const slugs = new Map(anchors.map(({ slug, span }) => [span.start, slug]));
  const diagrams = [...diagramSections(outlineOf(document))].flatMap(({ diagram, section }) => {
    const slug = slugs.get(section.selectionSpan.start);
    return slug ? item(end - written.length, diagram.title, `#${slug}`, CompletionItemKind.Struct, section.title) : [];
  });
  return written === '' ? [...files, ...sections, ...diagrams] : files;

  function sourceAt(): EmbeddedText | undefined {
    const reference = document.references.find(({ span }) => span.start <= offset && offset <= span.end);
    const source = reference?.source ?? inlineAt(document, offset)?.source;
    if (source || document.fences.some(({ span }) => contains(span, offset))) return source;
    // A block of HTML is no running text.
    return regionAt(document, { start: offset, end: offset })?.source;
  }
}

/** The way to a file, begun as the author began it: from the course's root, from here, or plainly. */
function pathLike(written: string, from: string, to: string, root: string): string {
  if (written.startsWith('/')) return `/${relativeTarget(`${root}/`, to)}`;
  const path = relativeTarget(from, to);
  return written.startsWith('./') && !path.startsWith('../') ? `./${path}` : path;
}

function* diagramSections(
  items: readonly OutlineItem[],
  section?: OutlineItem,
): Iterable<{ readonly diagram: OutlineItem; readonly section: OutlineItem }> {
  for (const item of items) {
    if (item.kind === 'diagram' && section) yield { diagram: item, section };
    yield* diagramSections(item.children, item.kind === 'heading' ? item : section);
  }
}
