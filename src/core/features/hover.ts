import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import { keyHover } from './demos/demo-hover';
import type { FeatureContext } from './feature-context';
import { formulaHover } from './formulas/formula-hover';
import { linkHover } from './links/link-hover';
import { nodeHover } from './mermaid/node-hover';
import { targetHover } from './mermaid/target-hover';
import { termHover } from './terms/term-hover';

/** Something that has an answer at some places. */
export type HoverSource = (context: FeatureContext, offset: number) => Hover | undefined | Promise<Hover | undefined>;

/** In the order in which their answers are shown, one below the other. */
const sources: readonly HoverSource[] = [keyHover, termHover, nodeHover, targetHover, formulaHover, linkHover];

/** All that is known of the place. */
export async function hover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const found = (await Promise.all(sources.map((source) => source(context, offset)))).filter(
    (one) => one !== undefined,
  );
  const first = found[0];
  if (!first || found.length === 1) return first;
  const value = found.map(({ contents }) => (contents as MarkupContent).value).join('\n\n---\n\n');
  return { ...first, contents: { kind: 'markdown', value } };
}
