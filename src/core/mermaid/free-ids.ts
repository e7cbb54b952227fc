import type { BroughtId, DiagramProblem } from './diagram-problem';

/**
 * The problems with only those fixes called safe whose new ids are free: no word of the diagram is one already, and no
 * other label makes the same. Ids are told apart by their signs, as Mermaid tells them apart.
 */
export function withFreeIds(text: string, problems: readonly DiagramProblem[]): DiagramProblem[] {
  const brought = problems.flatMap(({ fixes }) => fixes.flatMap(({ brings }) => brings ?? []));
  if (brought.length === 0) return [...problems];
  const words = wordsBeside(text, brought);
  const labels = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, label } of brought) {
    if ((labels.get(id) ?? label) !== label) shared.add(id);
    labels.set(id, label);
  }
  return problems.map((problem) => ({
    ...problem,
    fixes: problem.fixes.map(({ brings, ...fix }) => ({
      ...fix,
      safe: fix.safe && !brings?.some(({ id }) => words.has(id) || shared.has(id)),
    })),
  }));
}

/** The words that stand in a diagram, those of the labels that get the ids apart. */
function wordsBeside(text: string, brought: readonly BroughtId[]): ReadonlySet<string> {
  const labels = new Set(brought.map(({ label }) => label));
  const rest = text.replace(/"([^"\n]*)"/g, (quoted, label: string) => (labels.has(label) ? ' ' : quoted));
  return new Set(rest.match(/[\p{L}\p{N}_]+/gu));
}
