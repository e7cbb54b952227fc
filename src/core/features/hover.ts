import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import { say } from '../l10n/say';
import { bindingHover } from './demos/binding-hover';
import { keyHover } from './demos/demo-hover';
import { formulaValueHover } from './demos/formula-value-hover';
import type { FeatureContext } from './feature-context';
import { formulaHover } from './formulas/formula-hover';
import { footnoteHover } from './links/footnote-hover';
import { linkHover } from './links/link-hover';
import { nodeHover } from './mermaid/node-hover';
import { pictureHover } from './mermaid/picture-hover';
import { targetHover } from './mermaid/target-hover';
import { termHover } from './terms/term-hover';

/** Something that has an answer at some places. */
export type HoverSource = (context: FeatureContext, offset: number) => Hover | undefined | Promise<Hover | undefined>;

/** In the order in which their answers are shown, one below the other. */
const sources: readonly HoverSource[] = [
  keyHover,
  formulaValueHover,
  bindingHover,
  termHover,
  nodeHover,
  targetHover,
  pictureHover,
  formulaHover,
  linkHover,
  footnoteHover,
];

/** VS Code cuts what is longer, through a picture too, since drawing it would stop the window. */
export const longestHover = 100_000;
const leftOut = say`*Something is not shown here: it has more than ${longestHover / 1000} thousand characters.*`;
const between = '\n\n---\n\n';

/** All that is known of the place, as far as it is not too long to be drawn. */
export async function hover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const found = (await Promise.all(sources.map((source) => source(context, offset)))).filter(
    (one) => one !== undefined,
  );
  const first = found[0];
  if (!first) return undefined;
  const parts: string[] = [];
  let room = longestHover - leftOut.length - between.length;
  for (const { contents } of found) {
    const { value } = contents as MarkupContent;
    room -= value.length + between.length;
    if (room >= 0) parts.push(value);
    else {
      room += value.length + between.length;
      if (!parts.includes(leftOut)) parts.push(leftOut);
    }
  }
  return { ...first, contents: { kind: 'markdown', value: parts.join(between) } };
}
