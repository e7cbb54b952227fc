import { draftsOf } from '../../../src/core/demos/multi-token/multi-token-problem';
import type { MultiTokenSetup } from '../../../src/core/demos/multi-token/multi-token-setup';
import { say } from '../../../src/core/l10n/say';
import { speedUp, tokensPerPass } from '../../../src/core/reference/speculative/speculative';
import { inWords } from '../parts/in-words';
import type { PlotPoint } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';

/** Tokens a pass, and how much faster, over the length of the draft. */
export function gainOverDraft({ chances, acceptance, draftCost }: MultiTokenSetup): PlotWithTable {
  const longest = Math.max(16, 2 * chances.length);
  const drafts =
    acceptance === undefined
      ? [...chances.keys(), chances.length].map((length) => chances.slice(0, length))
      : draftsOf(acceptance).slice(0, longest + 1);
  const rows = drafts.map((draft) => [draft.length, tokensPerPass(draft), speedUp(draft, draftCost)] as const);
  const line = (column: 1 | 2) => rows.map((row) => ({ x: row[0], y: row[column] }));
  const own = chances.length;
  const dots: PlotPoint[] = [
    {
      x: own,
      y: tokensPerPass(chances),
      say: say`a draft of ${own}: ${inWords(tokensPerPass(chances))} tokens a pass`,
    },
    {
      ...{ x: own, y: speedUp(chances, draftCost) },
      say: say`a draft of ${own}: ${inWords(speedUp(chances, draftCost))} times as fast`,
    },
  ];
  return {
    data: {
      name: say`Tokens a pass and speed-up over the length of the draft`,
      ...{ x: { label: say`tokens drafted, k`, log: false }, y: { label: say`times`, log: false }, at: own },
      series: [
        { kind: 'line', name: say`tokens a pass`, hue: 0, points: line(1) },
        { kind: 'line', name: say`times as fast, drafting paid`, hue: 1, points: line(2) },
        { kind: 'dots', name: say`a draft of ${own}`, big: true, hue: 3, points: dots },
      ],
    },
    table: { columns: [say`draft`, say`tokens a pass`, say`times as fast`], rows },
  };
}
