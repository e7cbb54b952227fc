import type { Position, Range } from 'vscode-languageserver-types';
import type { Cancellation } from './cancellation';
import { Course } from './course/course';
import type { CourseDocument, CourseLanguage } from './course/course-document';
import type { CourseEdit } from './course/course-edit';
import { courseLanguageOf } from './course/course-language';
import type { CourseReader, ReaderOfCourse } from './course/course-reader';
import { courseFacts } from './course-facts';
import { dataUri } from './demos/demo-host';
import type { DemoSolver } from './demos/demo-solver';
import { compareDiagram } from './diff/compare-diagram';
import { fixAll, quickFixes } from './features/code-actions';
import { codeLenses } from './features/code-lenses';
import { completion } from './features/completion';
import type { CompletionAbilities } from './features/completion-abilities';
import { type ConceptPart, sectionConcepts } from './features/concepts/section-concepts';
import { definition } from './features/definition';
import { checkDemoFence } from './features/demos/check-demo-fence';
import { resolveDemoLens } from './features/demos/demo-lenses';
import { listDemos } from './features/demos/list-demos';
import { diagnostics } from './features/diagnostics';
import { documentHighlights } from './features/document-highlights';
import { documentLinks } from './features/document-links';
import { documentSymbols } from './features/document-symbols';
import type { FeatureContext } from './features/feature-context';
import { folding } from './features/folding';
import { hover } from './features/hover';
import { inlayHints } from './features/inlay-hints';
import { fileNodes } from './features/mermaid/file-nodes';
import { diagramLinkedEditing } from './features/mermaid/linked-editing';
import { diagramTokens } from './features/mermaid/semantic-tokens';
import { moveFiles } from './features/move-files';
import { listOutline } from './features/outline/list-outline';
import { listSkills } from './features/outline/list-skills';
import { courseOverview, overviewSource } from './features/overview/course-overview';
import { refactorings } from './features/refactorings';
import { references } from './features/references';
import { prepareRename, rename } from './features/rename';
import { searchCourse } from './features/search/course-search';
import type { SearchAnswer } from './features/search/search-entry';
import { selectionRanges } from './features/selection-ranges';
import { sharedState } from './features/shared-state';
import { explainWords } from './features/terms/explain-words';
import { listGlossary } from './features/terms/list-glossary';
import { listTerms } from './features/terms/list-terms';
import { workspaceSymbols } from './features/workspace-symbols';
import { getOrSet } from './get-or-set';
import { glossaryOf } from './glossary/glossary';
import type { FileMove } from './links/file-move';
import type { ConceptGraph } from './map/concept-graph';
import { DiagramMerger } from './map/diagram-merger';
import type { FormulaCode } from './math/formulas-as-code';
import type { MacroTable, TexChecker } from './math/tex-checker';
import type { FormulaTypesetter } from './math/typesetter';
import type { MermaidJudge } from './mermaid/judge';
import { symbolsOf } from './mermaid/scan-diagram';
import { lessonCalled, type ReadingList, readingList } from './order/reading-list';
import { type TeachingKit, teachingKit } from './overview/teaching-kit';
import { type DemoKeyEdit, demoEdit } from './panel/demo-edit';
import { panelContents, panelDiagrams, panelLesson, panelSubject, type SubjectChoice } from './panel/panel-subject';
import { parseCourseDocument } from './parse-course-document';
import type { DrawnPicture } from './picture-drawer';
import type { CourseSettings } from './settings';
import { readingOf } from './speech/reading';
import { steadyDemos, steadyFormulas, steadyJudge } from './steady';
import type { Span } from './text/span';
import type { CourseWorkspace, DataFile, SourceFile } from './workspace';

/** What the service asks of the machine it runs on. */
export interface CourseServiceHost {
  readonly workspace: CourseWorkspace;
  readonly judge: MermaidJudge;
  settingsOf(uri: string): Promise<CourseSettings>;
  /** Reads the files of a large course; absent where that is done here. */
  readonly reader?: CourseReader;
  /** Runs demos; absent where none are to be run. */
  readonly demos?: DemoSolver;
  /** Says what MathJax refuses; absent where formulas are not to be checked. */
  readonly formulas?: TexChecker;
  /**
   * Hears that something in a file could not be judged or run by a failure of ours, and the rest is answered without
   * it; absent where such a failure ends the answer.
   */
  failed?(uri: string, error: unknown): void;
  /** How long a person waits for an answer; absent where to the end. */
  over?(): Promise<void>;
  /** Lets what came meanwhile have its turn; absent where nobody else asks. */
  letOthers?(): Promise<void>;
  /** Hears that what an answer about a file lacked when the wait was over is known by now. */
  caughtUp?(uri: string): void;
  /** Whether the client answers what markdown itself asks for in a file: links, headings, folding. */
  hasBuiltInMarkdown?(uri: string): boolean;
  /** Version of the Mermaid with which the client's own preview draws, where it is known. */
  readonly previewMermaid?: string | undefined;
  /** Draws diagrams for hovers; absent where no pictures are shown in them. */
  draw?(text: string): Promise<DrawnPicture | undefined>;
  /** Draws formulas for hovers; absent where nobody hovers. */
  typeset?(tex: string, display: boolean, macros: MacroTable): ReturnType<FormulaTypesetter['typeset']>;
}

export type CourseService = ReturnType<typeof createCourseService>;

/**
 * Coursewright itself: texts go in by `open` and `load`, and every feature is a question about a file. The language
 * server and the command line are two ways to ask. This is the one place where the parts are put together.
 */
export function createCourseService(host: CourseServiceHost) {
  const courses = new Map<string, Course>();

  /** The course that a file belongs to: the innermost root above it, else one of its own. */
  const courseOf = (uri: string): Course => {
    const roots = host.workspace.roots.filter((root) => uri === root || uri.startsWith(`${root}/`));
    const root = roots.sort((a, b) => b.length - a.length)[0] ?? uri.slice(0, uri.lastIndexOf('/'));
    return getOrSet(
      courses,
      root,
      () => new Course(root, host.workspace, parseCourseDocument, courseFacts, readerOf(root)),
    );
  };

  const readerOf = (root: string): ReaderOfCourse | undefined => {
    const { reader, settingsOf, failed } = host;
    if (!reader) return undefined;
    return {
      atOnce: reader.atOnce,
      read: async (uri) => reader.read(uri, (await settingsOf(root)).files.maxSize),
      ...(failed && { leaveOut: (uri, error) => failed(uri, error) }),
    };
  };

  const contextOf = async (uri: string, course = courseOf(uri)): Promise<FeatureContext | undefined> => {
    const [document, settings] = await Promise.all([course.document(uri), host.settingsOf(uri)]);
    const failed = host.failed && ((error: unknown) => host.failed?.(uri, error));
    const { over } = host;
    return (
      document && {
        patience: over && { over: () => over(), caughtUp: () => host.caughtUp?.(uri) },
        letOthers: host.letOthers && (() => host.letOthers!()),
        outdated: course.holds(document)
          ? {
              get aborted() {
                return !course.holds(document);
              },
            }
          : undefined,
        document,
        course,
        settings,
        readData: (path, lesson = uri) => dataOf(lesson, path),
        builtInMarkdown: host.hasBuiltInMarkdown?.(uri) ?? false,
        judge: steadyJudge(host.judge, settings.mermaid.timeout, failed),
        demos: failed && host.demos ? steadyDemos(host.demos, failed) : host.demos,
        formulas: failed && host.formulas ? steadyFormulas(host.formulas, failed) : host.formulas,
        draw: host.draw,
        typeset: host.typeset,
        previewMermaid: host.previewMermaid,
      }
    );
  };

  /** A data file by its path relative to a lesson; undefined when it is not there or outside the course. */
  const dataOf = async (lesson: string, path: string): Promise<DataFile | undefined> => {
    const { root } = courseOf(lesson);
    const target = dataUri(lesson, root, path);
    return target ? host.workspace.readData(target, root, (await host.settingsOf(lesson)).files.maxSize) : undefined;
  };

  /** A question about a whole file. */
  const about =
    <T, A extends unknown[]>(ask: (context: FeatureContext, ...rest: A) => T | Promise<T>) =>
    async (uri: string, ...rest: A): Promise<T | undefined> => {
      const context = await contextOf(uri);
      return context && ask(context, ...rest);
    };

  /** A question about one place in a file. */
  const at =
    <T, A extends unknown[]>(ask: (context: FeatureContext, offset: number, ...rest: A) => T | Promise<T>) =>
    async (uri: string, position: Position, ...rest: A): Promise<T | undefined> => {
      const context = await contextOf(uri);
      return context && ask(context, context.document.lines.offsetAt(position), ...rest);
    };

  return {
    courseOf,
    open: (source: SourceFile, language: CourseLanguage): void => courseOf(source.uri).open(source, language),
    close: (uri: string): void => courseOf(uri).close(uri),
    /** Needs less memory for an open file, and more time when it is asked about again. */
    condense: (uri: string): void => courseOf(uri).condense(uri),
    /** Forgets a file, or all files of a folder; says whether any was known. */
    remove: (uri: string): boolean => courseOf(uri).remove(uri),
    /** Reads a file that changed on disk, if it is course text there. */
    refresh: async (uri: string): Promise<void> => {
      if (await host.workspace.covers(uri)) await courseOf(uri).refresh(uri);
      else courseOf(uri).remove(uri);
    },
    /** What the diagnostics of other files may depend on in this one; equal texts mean that nothing of it changed. */
    sharedState: (uri: string): string => sharedState(courseOf(uri), uri),
    /** Reads all files under a root, in the background of whatever else is asked. */
    load: (root: string, cancellation?: Cancellation, report?: (done: number, total: number) => void): Promise<void> =>
      courseOf(root).load(cancellation, report),
    /** Forgets the courses of folders that are no longer roots. */
    dropRoots: (): void => {
      for (const root of courses.keys()) if (!host.workspace.roots.includes(root)) courses.delete(root);
    },
    document: (uri: string): Promise<CourseDocument | undefined> => courseOf(uri).document(uri),
    diagnostics: about(diagnostics),
    quickFixes: about(quickFixes),
    fixAll: about(fixAll),
    hover: at(hover),
    // A suggestion is for the letter that was just typed: what the rest of a large text says may be of a moment ago.
    completion: async (uri: string, position: Position, abilities: CompletionAbilities) => {
      const context = await contextOf(uri, courseOf(uri).atHand(uri));
      return context && completion(context, context.document.lines.offsetAt(position), abilities);
    },
    definition: at(definition),
    references: at((context, offset, includeDeclaration: boolean) => references(context, offset, includeDeclaration)),
    documentHighlights: at(documentHighlights),
    prepareRename: at(prepareRename),
    rename: at((context, offset, newName: string) => rename(context, offset, newName)),
    /** What is to be edited before files and folders move, so that nothing leads elsewhere then. */
    moveFiles: async (moves: readonly FileMove[]): Promise<readonly CourseEdit[]> => {
      const touched = new Set(moves.map(({ from }) => courseOf(from)));
      const edits = [...touched].map(async (course) =>
        moveFiles(course, moves, await host.settingsOf(course.root), (uri) => host.hasBuiltInMarkdown?.(uri) ?? false),
      );
      return (await Promise.all(edits)).flat();
    },
    refactorings: about(refactorings),
    documentLinks: about(documentLinks),
    codeLenses: about(codeLenses),
    resolveCodeLens: about(resolveDemoLens),
    inlayHints: about((context, span: Span) => inlayHints(context, span)),
    workspaceSymbols: (query: string) => workspaceSymbols(courses.values(), query),
    /** Terms, headings and labels of the course around a file that hold the words of a query. */
    search: (uri: string, query: string): Promise<SearchAnswer> => searchCourse(courseOf(uri), query),
    /** The terms that stand in ranges of a document, as a picture of it explains them. */
    explainWords: about((context, ranges: readonly Range[]) => explainWords(context, ranges)),
    linkedEditing: at(diagramLinkedEditing),
    folding: about(folding),
    selectionRanges: about((context, positions: readonly Position[]) => selectionRanges(context, positions)),
    semanticTokens: about(diagramTokens),
    documentSymbols: about(documentSymbols),
    listDemos: about((context) => listDemos(context.document, (one) => checkDemoFence(context, one))),
    demoEdit: about(({ document }, version: number, index: number, set: readonly DemoKeyEdit[]) =>
      demoEdit(document, version, index, set),
    ),
    demoData: dataOf,
    /** The files of the course around a file, all of them where it has a folder of its own. */
    courseFiles: async (uri: string): Promise<readonly string[]> => {
      const course = courseOf(uri);
      if (!course.isLoaded && host.workspace.roots.includes(course.root)) await course.load();
      return course.uris;
    },
    /** The diagrams of files merged into one graph, with the terms of their courses as far as those are loaded. */
    conceptGraph: async (uris: Iterable<string>, cancellation?: Cancellation): Promise<ConceptGraph> => {
      const merger = new DiagramMerger();
      for (const uri of uris) {
        if (cancellation?.aborted) break;
        const course = courseOf(uri);
        if (course.fact(fileNodes, uri)?.size === 0) continue;
        const document = await course.document(uri);
        if (document) merger.add(document, glossaryOf(course));
      }
      return merger.graph();
    },
    /** The diagram at a place, drawn together with what it is in another text of its file or another file. */
    compareDiagram: at(({ document }, offset, before: { readonly uri: string; readonly text: string }) => {
      const language = courseLanguageOf(before.uri) ?? document.language;
      return compareDiagram(document, parseCourseDocument({ ...before, version: -1 }, language), offset);
    }),
    /** What to read in the course around a file between the lessons of two names; undefined where one is of no lesson. */
    readingList: (uri: string, from: string, to: string): Promise<ReadingList | undefined> =>
      readingList(courseOf(uri), from, to),
    /** Which lesson of the course around a file a name means; where none does, names that it may be a slip of. */
    lessonCalled: (uri: string, name: string) => lessonCalled(courseOf(uri), name),
    /** The overview of the course around a file, as it would stand there. */
    overview: (uri: string, cancellation?: Cancellation): Promise<string | undefined> =>
      courseOverview(courseOf(uri), uri, cancellation),
    /** The overview as it is shown, and the cards to be learned. */
    teachingKit: async (uri: string, cancellation?: Cancellation): Promise<TeachingKit | undefined> => {
      const source = await overviewSource(courseOf(uri), uri, cancellation);
      return source && teachingKit(source);
    },
    /** The section of a file around a place, as it is read aloud. */
    reading: at(({ document }, offset) => readingOf(document, offset)),
    /** What tells a part of a file from the rest of its course. */
    sectionConcepts: about(({ document, course }, part: ConceptPart, cancellation?: Cancellation) =>
      sectionConcepts(course, document, part, cancellation),
    ),
    listOutline: about(({ document }) => listOutline(document)),
    /** What a file defines, with its uses in the course as far as that is loaded. */
    listTerms: (uri: string) => listTerms(glossaryOf(courseOf(uri)), [uri]),
    /** The terms of all courses that are open, course after course. */
    listGlossary: (formulas?: FormulaCode) => [...courses.values()].flatMap((course) => listGlossary(course, formulas)),
    /** The numbered outlines of all courses that are open, course after course. */
    listSkills: async () => (await Promise.all([...courses.values()].map(listSkills))).flat(),
    panelSubject: about(({ document }, choice: SubjectChoice) => panelSubject(document, choice, symbolsOf) ?? null),
    panelContents: about(({ document }) => panelContents(document)),
    panelDiagrams: about(({ document }) => panelDiagrams(document, symbolsOf)),
    panelLesson: about(({ document }) => panelLesson(document)),
  };
}
