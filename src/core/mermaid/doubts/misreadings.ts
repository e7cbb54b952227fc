import { onLine, type Slip } from '../breaks/slip';
import { bodyLines, type Doubter } from './doubt';

/** Doubts what Mermaid reads in another way than it looks; `mermaid.value` where the slip names no code. */
export const misreadings = (table: readonly Slip[]): Doubter =>
  function* (diagram) {
    for (const line of bodyLines(diagram)) {
      for (const suspect of onLine(line, table))
        yield suspect.code === 'mermaid.syntax' ? { ...suspect, code: 'mermaid.value' } : suspect;
    }
  };
