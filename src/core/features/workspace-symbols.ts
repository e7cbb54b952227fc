import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Course } from '../course/course';
import { glossaryOf } from '../glossary/glossary';
import { say } from '../l10n/say';

const most = 500;

/** The terms of courses whose names, acronyms or aliases hold the letters of a query in their order. */
export function workspaceSymbols(courses: Iterable<Course>, query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const course of courses) {
    const glossary = glossaryOf(course);
    for (const { entries } of glossary.terms) {
      for (const { uri, entry } of entries) {
        const names = [entry.term, entry.acronym ?? '', ...entry.aliases];
        if (!names.some((name) => holds(name, query))) continue;
        found.push({
          name: entry.acronym && entry.acronym !== entry.term ? `${entry.term} (${entry.acronym})` : entry.term,
          kind: SymbolKind.Key,
          location: { uri, range: glossary.file(uri)!.places.rangeOf(entry.nameSpan) },
          containerName: say`Glossary`,
        });
        if (found.length === most) return found;
      }
    }
  }
  return found;
}

function holds(name: string, query: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
