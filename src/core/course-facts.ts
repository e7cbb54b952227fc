import type { Fact } from './course/fact';
import { fileNumbers } from './demos/bindings/file-numbers';
import { fileNodes } from './features/mermaid/file-nodes';
import { fileTerms } from './glossary/file-terms';
import { fileLinks } from './links/file-links';
import { fileMacros } from './math/course-macros';
import { fileSymbols } from './math/file-symbols';
import { fileLesson } from './order/file-lesson';

/** What is known of every file of a course, also of closed ones. */
export const courseFacts: readonly Fact<unknown>[] = [
  fileTerms,
  fileNodes,
  fileSymbols,
  fileMacros,
  fileLinks,
  fileNumbers,
  fileLesson,
];
