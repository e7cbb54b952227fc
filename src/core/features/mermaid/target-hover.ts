import type { Hover } from 'vscode-languageserver-types';
import { say } from '../../l10n/say';
import { contains } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { targetOf } from './target-of';

/** On the word that opens a diagram: which Mermaid its readers will have, and what says so. */
export async function targetHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, judge } = context;
  const diagram = document.diagrams.find(({ fence }) => fence && contains(fence.infoSpan, offset));
  if (!diagram) return undefined;
  const target = await targetOf(context);
  const known = target
    ? say`Readers have **Mermaid ${target.version}**, says ${target.source}.`
    : say`Nothing says which Mermaid the readers have; \`coursewright.mermaid.target\` may.`;
  const value = say`${known} Checked with Mermaid ${judge.version}.`;
  return { contents: { kind: 'markdown', value }, range: document.lines.rangeOf(diagram.fence!.infoSpan) };
}
