import type { Suspect } from '../breaks/suspect';
import { columnCounts, contentWords } from './content-words';
import { directives } from './directives';
import type { Doubter, Taken } from './doubt';
import { ganttValues } from './gantt-values';
import { halfShapes } from './half-shapes';
import { labelConflicts } from './label-conflicts';
import { misreadings } from './misreadings';
import { nearNames } from './near-names';
import { unknownTargets } from './unknown-targets';

const doubters: readonly Doubter[] = [
  directives,
  contentWords,
  columnCounts,
  misreadings,
  halfShapes,
  (diagram) => (diagram.type === 'gantt' ? ganttValues(diagram) : []),
  unknownTargets,
  nearNames,
  labelConflicts,
];

/** What Mermaid takes although it cannot be meant, one finding a place. */
export function* doubts(diagram: Taken): Iterable<Suspect> {
  const seen = new Set<number>();
  for (const doubter of doubters) {
    for (const suspect of doubter(diagram)) {
      if (seen.has(suspect.span.start)) continue;
      seen.add(suspect.span.start);
      yield suspect;
    }
  }
}
