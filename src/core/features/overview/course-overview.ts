import type { Cancellation } from '../../cancellation';
import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { headingSlugs } from '../../course/slug';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { DiagramMerger } from '../../map/diagram-merger';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import { overviewOf } from '../../overview/overview';
import type { SourceCode, SourceFile, SourceItem, SourceTerm } from '../../overview/overview-source';

/**
 * The overview of all that a course holds in the folder of a file and below, as it stands in that file, which adds
 * nothing to it. Undefined where the work was given up.
 */
export async function courseOverview(
  course: Course,
  uri: string,
  cancellation?: Cancellation,
): Promise<string | undefined> {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const glossary = glossaryOf(course);
  const merger = new DiagramMerger();
  const files: SourceFile[] = [];
  const terms: SourceTerm[] = [];
  for (const one of course.uris) {
    if (one === uri || !one.startsWith(folder)) continue;
    if (cancellation?.aborted) return undefined;
    const document = await course.document(one);
    if (!document) continue;
    merger.add(document, glossary);
    files.push(fileOf(document, decodeURIComponent(one.slice(folder.length))));
    terms.push(...termsOf(glossary, one));
  }
  const name = decodeURIComponent(folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1));
  return overviewOf({ name, files, terms, graph: merger.graph() });
}

function fileOf(document: CourseDocument, path: string): SourceFile {
  const slugs = document.language === 'markdown' ? headingSlugs(document) : [];
  const lineOf = (offset: number) => document.lines.lineOf(offset);
  const byLine = new Map(slugs.map((slug, i) => [lineOf(document.headings[i]!.span.start), slug] as const));
  const itemOf = ({ title, number, kind, span, children }: OutlineItem): SourceItem => ({
    title,
    number,
    kind,
    anchor: kind === 'heading' ? (byLine.get(lineOf(span.start)) ?? null) : null,
    children: children.map(itemOf),
  });
  const items = outlineOf(document).map(itemOf);
  return { uri: document.uri, path, items, code: codeOf(document), text: document.text };
}

function codeOf({ text, language, fences }: CourseDocument): SourceCode[] {
  const whole = language === 'python' ? [{ language: 'python', text }] : [];
  return [
    ...whole,
    ...fences.map(({ info, content }) => ({ language: /^\{?\.?([\w-]*)/.exec(info.trim())![1]!, text: content.text })),
  ];
}

const termsOf = (glossary: Glossary, uri: string): SourceTerm[] =>
  (glossary.file(uri)?.entries ?? []).map(({ term, acronym, emoji, definition }) => ({
    term,
    acronym,
    emoji,
    definition,
    uri,
  }));
