import type { Cancellation } from '../../cancellation';
import type { Course } from '../../course/course';
import type { CourseDocument } from '../../course/course-document';
import { fileLanguages } from '../../glossary/file-languages';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { DiagramMerger } from '../../map/diagram-merger';
import { manifestNames } from '../../overview/manifest';
import { overviewOf } from '../../overview/overview';
import type { OverviewSource, SourceFile, SourceManifest, SourceTerm } from '../../overview/overview-source';
import { Sections, sourceFile } from './source-file';

/**
 * The overview of all that a course holds in the folder of a file and below, as it stands in that file, which adds
 * nothing to it. Undefined where the work was given up.
 */
export async function courseOverview(
  course: Course,
  uri: string,
  cancellation?: Cancellation,
): Promise<string | undefined> {
  const source = await overviewSource(course, uri, cancellation);
  return source && overviewOf(source);
}

/** What the overview in a file is made from. */
export async function overviewSource(
  course: Course,
  uri: string,
  cancellation?: Cancellation,
): Promise<OverviewSource | undefined> {
  const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  const glossary = glossaryOf(course);
  const merger = new DiagramMerger();
  const files: SourceFile[] = [];
  const terms: SourceTerm[] = [];
  const { uris, translations } = originals(
    course.uris.filter((one) => one !== uri && one.startsWith(folder) && isCourse(one, folder)),
  );
  for (const one of uris) {
    if (cancellation?.aborted) return undefined;
    const document = await course.document(one);
    if (!document) continue;
    merger.add(document, glossary);
    files.push(sourceFile(document, pathBelow(folder, one)));
    terms.push(...termsOf(document, glossary));
  }
  const name = decodeURIComponent(folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1));
  return { name, files, terms, graph: merger.graph(), manifests: await manifests(course, folder, uris), translations };
}

/** What stands in `.github`, templates and rules for those who write it, is nothing that a course teaches. */
const isCourse = (uri: string, folder: string): boolean => !uri.slice(folder.length - 1).includes('/.github/');

/**
 * The files that are no translations. Where languages stand side by side, English counts as the original, as it does for
 * links between translations, else the one with the most files.
 */
function originals(all: readonly string[]): { uris: readonly string[]; translations: readonly string[] } {
  const languages = fileLanguages(all);
  const counts = new Map<string, number>();
  for (const uri of all) counts.set(languages.of(uri), (counts.get(languages.of(uri)) ?? 0) + 1);
  const named = [...counts.keys()].filter((language) => language !== '');
  const largest = named.sort((a, b) => counts.get(b)! - counts.get(a)!)[0];
  // What names no language may be the original, or a few pages above a folder for each.
  const isOriginal = largest === undefined || (counts.get('') ?? 0) * 2 >= counts.get(largest)!;
  const kept = isOriginal ? '' : counts.has('en') ? 'en' : largest;
  const translations = named.filter((language) => language !== kept).sort();
  return { uris: all.filter((uri) => ['', kept].includes(languages.of(uri))), translations };
}

/** So many folders are looked at for lists of packages. */
const mostFolders = 200;

async function manifests(course: Course, folder: string, uris: readonly string[]): Promise<SourceManifest[]> {
  const folders = new Set([folder]);
  for (const uri of uris)
    for (
      let at = uri.lastIndexOf('/');
      at >= folder.length && folders.size < mostFolders;
      at = uri.lastIndexOf('/', at - 1)
    )
      folders.add(uri.slice(0, at + 1));
  const found: SourceManifest[] = [];
  for (const one of [...folders].sort())
    for (const name of manifestNames) {
      const text = await course.text(one + name);
      if (text !== undefined) found.push({ uri: one + name, path: pathBelow(folder, one + name), text });
    }
  return found;
}

const pathBelow = (folder: string, uri: string): string => decodeURIComponent(uri.slice(folder.length));

function termsOf(document: CourseDocument, glossary: Glossary): SourceTerm[] {
  const sections = new Sections(document);
  return (glossary.file(document.uri)?.entries ?? []).map(({ term, acronym, aliases, emoji, definition, span }) => ({
    term,
    acronym,
    aliases,
    emoji,
    definition,
    uri: document.uri,
    line: document.lines.lineOf(span.start),
    anchor: sections.anchorAt(span.start),
  }));
}
