import type { CodeLens } from 'vscode-languageserver-types';
import type { CheckedClaim } from '../../demos/claims/check-claims';
import { costWords } from '../../demos/cost-words';
import { demoFences } from '../../demos/demo-fence';
import type { FeatureContext } from '../feature-context';
import { inPatience } from '../patience';
import { checkDemoFence } from './check-demo-fence';

/** Lets an editor show a demo in the panel: `(uri, position)`. */
export const runBesideCommand = 'coursewright.runBeside';

/** A lens over each demo. What it says is worked out when it comes into view; its line is kept for it. */
export const demoLenses = ({ document }: FeatureContext): CodeLens[] =>
  demoFences(document).map(({ fence }) => ({
    range: document.lines.rangeOf(fence.markerSpan),
    data: { uri: document.uri },
  }));

/** `Run beside`, with how many of the demo's claims hold. */
export async function resolveDemoLens(context: FeatureContext, lens: CodeLens): Promise<CodeLens> {
  const { lines, uri } = context.document;
  const { start } = lens.range;
  const at = lines.offsetAt(start);
  const found = demoFences(context.document).find(({ fence }) => fence.markerSpan.start === at);
  const checked = found && (await inPatience(context, checkDemoFence(context, found.demo)));
  const title = ['▶ Run beside', ...verdict(checked?.expectations ?? []), ...costWords(checked)].join(' · ');
  return { ...lens, command: { title, command: runBesideCommand, arguments: [uri, start] } };
}

function verdict(claims: readonly CheckedClaim[]): string[] {
  const held = claims.filter(({ holds }) => holds).length;
  if (claims.length === 0) return [];
  if (held < claims.length) return [`✗ ${held} of ${claims.length} claims hold`];
  return [held === 1 ? '✓ 1 claim holds' : `✓ ${held} claims hold`];
}
