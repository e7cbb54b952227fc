import type { Course } from '../../course/course';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import type { Term } from '../../glossary/term';
import type { FormulaCode } from '../../math/formulas-as-code';
import type { Place } from './list-terms';
import { shownDefinition } from './shown-definition';
import { isAcronymTaken, isContradicted } from './term-findings';

/** A term of a course with all its definitions, as a glossary shows it. */
export interface GlossaryItem {
  readonly term: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
  readonly aliases: readonly string[];
  /** At least one, in the order of files and text, as markdown that is safe to show; the range is the name's. */
  readonly definitions: readonly (Place & { readonly definition: string | null })[];
  /** Nothing uses it; false as long as files are unread that might. */
  readonly unused: boolean;
  /** Its definitions differ, or its acronym stands for an earlier term as well. */
  readonly conflict: 'definitions' | 'acronym' | null;
}

/** The terms of a course, in the order of their first definitions. */
export function listGlossary(course: Course, formulas: FormulaCode = 'signs'): GlossaryItem[] {
  const glossary = glossaryOf(course);
  return glossary.terms.map((term): GlossaryItem => {
    const { name, acronym, emoji, entries } = term;
    return {
      term: name,
      acronym,
      emoji,
      aliases: [...new Set(entries.flatMap(({ entry }) => entry.aliases))],
      definitions: entries.map(({ uri, entry }) => ({
        uri,
        range: glossary.file(uri)!.places.rangeOf(entry.nameSpan),
        definition: shownDefinition({ uri, entry }, course, formulas) ?? null,
      })),
      unused: course.isLoaded && !glossary.isUsed(term),
      conflict: conflictOf(term, glossary),
    };
  });
}

const conflictOf = (term: Term, glossary: Glossary): GlossaryItem['conflict'] =>
  isContradicted(term, glossary) ? 'definitions' : isAcronymTaken(term, glossary) ? 'acronym' : null;
