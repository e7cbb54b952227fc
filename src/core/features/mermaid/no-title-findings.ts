import type { Cancellation } from '../../cancellation';
import type { Diagram } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { accessibleText, lacksAccessibleTitle } from '../../mermaid/accessible-text';
import { headerStart } from '../../mermaid/breaks/header-start';
import type { ShownText } from '../../mermaid/judge';
import { symbolsIn } from '../../mermaid/symbols-in';
import { diagramTitle } from '../../outline/figure-title';
import { firstIndex } from '../../text/first-index';
import { applyChanges } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** `mermaid.no-title`: a diagram of which a screen reader can say nothing. The picture itself stays what it is. */
export async function noTitleFindings(context: FeatureContext, cancellation?: Cancellation): Promise<Finding[]> {
  if (context.settings.severity['mermaid.no-title'] === 'off') return [];
  const found = await Promise.all(
    context.document.diagrams
      .filter((diagram) => lacksAccessibleTitle(diagram.content.text, symbolsIn(diagram)))
      .map((diagram) => noTitle(diagram, context, cancellation)),
  );
  return found.flat();
}

async function noTitle(
  diagram: Diagram,
  { document, judge }: FeatureContext,
  cancellation?: Cancellation,
): Promise<Finding[]> {
  const { text } = diagram.content;
  // What Mermaid refuses has worse to be said of it.
  if ((await judge.judge(text, cancellation)).kind !== 'good') return [];
  const { headings } = document;
  const section = headings[firstIndex(headings.length, (i) => headings[i]!.span.start > diagram.span.start) - 1];
  const change = accessibleText(text, symbolsIn(diagram), diagramTitle(diagram) ?? section?.title);
  const mended = applyChanges(text, [change]);
  const proven = (await judge.judge(mended, cancellation)).kind === 'good';
  const same = proven && isSame(await judge.show(text, cancellation), await judge.show(mended, cancellation));
  const written = same ? diagram.content.change(change.span, change.newText) : undefined;
  const start = headerStart(text);
  const [word] = /^\S*/.exec(text.slice(start))!;
  return [
    {
      code: 'mermaid.no-title',
      span: diagram.content.spanToOuter({ start, end: start + word.length }),
      message: say`This diagram has no accTitle, so a screen reader cannot say what it shows.`,
      fixes: written ? [{ title: say`Describe it by accTitle and accDescr`, safe: false, changes: [written] }] : [],
    },
  ];
}

/** A commit without a name is given another one each time. */
const isSame = (one: readonly ShownText[] | undefined, other: readonly ShownText[] | undefined): boolean => {
  const [before, after] = [one, other].map((shown) => JSON.stringify(shown)?.replace(/"\d+-[\da-f]{7}"/g, '""'));
  return before === after;
};
