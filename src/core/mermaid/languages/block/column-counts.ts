import { say } from '../../../l10n/say';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';

/** `columns x`: a number or `auto` is meant. */
export function* columnCounts(diagram: Taken): Iterable<Suspect> {
  for (const line of bodyLines(diagram)) {
    const match = /^\s*columns\s+(?<count>\S+)\s*$/d.exec(line.text);
    if (!match || /^(?:\d+|auto)$/.test(match.groups!.count!)) continue;
    const [from, to] = match.indices!.groups!.count!;
    const span = { start: line.start + from, end: line.start + to };
    yield {
      code: 'mermaid.value',
      span,
      message: say`A number or auto must stand after ‘columns’; so this is drawn as two blocks.`,
      fix: {
        title: say`Write columns auto`,
        safe: false,
        changes: [{ span, newText: 'auto' }],
      },
    };
  }
}
