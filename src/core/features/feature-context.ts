import type { Cancellation } from '../cancellation';
import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import type { DemoSolver } from '../demos/demo-solver';
import type { MacroTable, TexChecker } from '../math/tex-checker';
import type { FormulaTypesetter } from '../math/typesetter';
import type { MermaidJudge } from '../mermaid/judge';
import type { DrawnPicture } from '../picture-drawer';
import type { CourseSettings } from '../settings';
import type { DataFile } from '../workspace';
import type { Patience } from './patience';

/** What every feature may ask: the file in question, the course around it, Mermaid, and the settings there. */
export interface FeatureContext {
  readonly document: CourseDocument;
  readonly course: Course;
  readonly judge: MermaidJudge;
  readonly settings: CourseSettings;
  /** How long an answer is waited for; undefined where to the end. */
  readonly patience?: Patience | undefined;
  /** Settles when what came meanwhile has had its turn: between the parts of long work; absent where nobody else asks. */
  readonly letOthers?: (() => Promise<void>) | undefined;
  /** Whether the document is another by now in the editor that holds it; undefined where nobody edits it. */
  readonly outdated?: Cancellation | undefined;
  /** Runs demos; undefined where none are to be run. */
  readonly demos?: DemoSolver | undefined;
  /** A data file by its path relative to the document, or to another lesson; undefined when it is not there or outside the course. */
  readonly readData: (path: string, lesson?: string) => Promise<DataFile | undefined>;
  /** The client answers links, paths, headings, folding and selection of this file by itself: they are left to it. */
  readonly builtInMarkdown?: boolean;
  /** Version of the Mermaid with which the client's own preview draws, where it is known. */
  readonly previewMermaid?: string | undefined;
  /** Says what MathJax refuses; undefined where formulas are not to be checked. */
  readonly formulas?: TexChecker | undefined;
  /** Draws a diagram in the reader's colours, as far as that takes no long; undefined where nobody would see it. */
  readonly draw?: ((text: string) => Promise<DrawnPicture | undefined>) | undefined;
  /** Draws a formula in the reader's colours; undefined where nobody would see it. */
  readonly typeset?:
    | ((tex: string, display: boolean, macros: MacroTable) => ReturnType<FormulaTypesetter['typeset']>)
    | undefined;
}
