import type { Suspect } from './breaks/suspect';
import { columnCounts, contentWords } from './doubts/content-words';
import { directives } from './doubts/directives';
import type { Doubter, Taken } from './doubts/doubt';
import { labelConflicts } from './doubts/label-conflicts';
import { misreadings } from './doubts/misreadings';
import { nearNames } from './doubts/near-names';
import { unknownTargets } from './doubts/unknown-targets';
import { ganttValues } from './languages/gantt/gantt-values';
import { halfShapes } from './languages/mindmap/half-shapes';

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
