import { Course } from '../../src/core/course/course';
import { courseLanguageOf } from '../../src/core/course/course-language';
import type { Fact } from '../../src/core/course/fact';
import type { FeatureContext } from '../../src/core/features/feature-context';
import { fileTerms } from '../../src/core/glossary/file-terms';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { parseCourseDocument } from '../../src/core/parse-course-document';
import { type CourseSettings, defaultSettings } from '../../src/core/settings';
import type { CourseWorkspace } from '../../src/core/workspace';

export const memoryRoot = 'file:///course';

/** A workspace that lives in memory: file names to texts. */
export function memoryWorkspace(files: ReadonlyMap<string, string>): CourseWorkspace {
  const textOf = (uri: string) => files.get(decodeURIComponent(uri.slice(memoryRoot.length + 1)));
  return {
    roots: [memoryRoot],
    list: async () => [...files.keys()].sort().map((name) => `${memoryRoot}/${name}`),
    covers: async () => true,
    listImages: async () =>
      [...files.keys()]
        .filter((name) => /\.(?:png|svg)$/.test(name))
        .sort()
        .map((name) => `${memoryRoot}/${encodeURI(name)}`),
    listTables: async () =>
      [...files.keys()]
        .filter((name) => name.endsWith('.csv'))
        .sort()
        .map((name) => `${memoryRoot}/${encodeURI(name)}`),
    read: async (uri) => {
      const text = textOf(uri);
      return text === undefined ? undefined : { uri, text, version: 0 };
    },
    readData: async (uri) => {
      const text = textOf(uri);
      return text === undefined ? undefined : { text };
    },
    spellings: async (uri) => {
      if (uri !== memoryRoot && !uri.startsWith(`${memoryRoot}/`)) return [];
      const wanted = decodeURIComponent(uri.slice(memoryRoot.length + 1));
      const there = new Set<string>();
      for (const name of files.keys()) {
        const parts = name.split('/');
        for (let i = 1; i <= parts.length; i++) there.add(parts.slice(0, i).join('/'));
      }
      if (wanted === '' || there.has(wanted)) return [uri];
      const fold = (name: string) => name.normalize('NFC').toLowerCase();
      return [...there]
        .filter((name) => fold(name) === fold(wanted))
        .map((name) => `${memoryRoot}/${name.split('/').map(encodeURIComponent).join('/')}`);
    },
  };
}

/** A course whose files are all open, and what a feature is asked with for any of them. */
export function memoryCourse(
  files: Readonly<Record<string, string>>,
  settings: Partial<CourseSettings> = {},
  facts: readonly Fact<unknown>[] = [fileTerms],
) {
  const course = new Course(memoryRoot, memoryWorkspace(new Map(Object.entries(files))), parseCourseDocument, facts);
  for (const [name, text] of Object.entries(files)) {
    course.open({ uri: `${memoryRoot}/${name}`, text, version: 1 }, courseLanguageOf(name) ?? 'markdown');
  }
  const context = (name: string): FeatureContext => ({
    document: course.openDocument(`${memoryRoot}/${name}`)!,
    course,
    settings: { ...defaultSettings, ...settings },
    judge: noJudge,
    readData: async () => undefined,
  });
  return { course, context };
}

export const noJudge: MermaidJudge = {
  version: '0',
  judge: () => Promise.reject(new Error('no diagram is judged here')),
  show: () => Promise.resolve(undefined),
  dispose: () => Promise.resolve(),
};
