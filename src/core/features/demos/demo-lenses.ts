import type { CodeLens } from 'vscode-languageserver-types';
import { demoFences } from '../../demos/demo-fence';
import type { FeatureContext } from '../feature-context';
import { checkDemoFence } from './check-demo-fence';

/** Lets an editor show a demo in the panel: `(uri, position)`. */
export const runBesideCommand = 'coursewright.runBeside';

/** `Run beside` over each demo, and over each claim what it was found to be. */
export async function demoLenses(context: FeatureContext): Promise<CodeLens[]> {
  const { lines, uri } = context.document;
  const lenses = await Promise.all(
    demoFences(context.document).map(async ({ fence, demo }): Promise<CodeLens[]> => {
      const checked = await checkDemoFence(context, demo);
      const range = lines.rangeOf(fence.markerSpan);
      const run = { title: '▶ Run beside', command: runBesideCommand, arguments: [uri, range.start] };
      const claims = (checked?.expectations ?? []).map(({ key, claim, actual, holds }) => ({
        range: lines.rangeOf(fence.content.spanToOuter(claim.keySpan)),
        command: { title: holds ? `✓ ${key} holds` : `✗ ${key} is ${JSON.stringify(actual)}`, command: '' },
      }));
      return [{ range, command: run }, ...claims];
    }),
  );
  return lenses.flat();
}
