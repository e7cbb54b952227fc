import type { Suspect } from './breaks/suspect';
import { directives } from './doubts/directives';
import type { Taken } from './doubts/doubt';
import { labelConflicts } from './doubts/label-conflicts';
import { nearNames } from './doubts/near-names';
import { unknownTargets } from './doubts/unknown-targets';
import { unseenNames } from './doubts/unseen-names';
import { hasEndlessLine } from './endless-line';
import { languageNamed } from './languages/languages';

/** What Mermaid takes although it cannot be meant, one finding a place; nothing where a line is longer than anybody reads. */
export function* doubts(diagram: Taken): Iterable<Suspect> {
  if (hasEndlessLine(diagram.text, diagram.lines)) return;
  const seen = new Set<number>();
  for (const suspect of all(diagram)) {
    if (seen.has(suspect.span.start)) continue;
    seen.add(suspect.span.start);
    yield suspect;
  }
}

function* all(diagram: Taken): Iterable<Suspect> {
  yield* directives(diagram);
  const language = languageNamed(diagram.type);
  if (!language) return;
  for (const doubt of language.doubts ?? []) yield* doubt(diagram);
  yield* unknownTargets(diagram, language);
  if (language.namesMakeNodes) {
    yield* unseenNames(diagram);
    yield* nearNames(diagram);
  }
  if (language.lastLabelWins) yield* labelConflicts(diagram);
}
