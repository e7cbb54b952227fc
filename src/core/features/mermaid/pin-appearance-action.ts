import { CodeActionKind } from 'vscode-languageserver-types';
import { say } from '../../l10n/say';
import { pinAppearance } from '../../mermaid/pin-appearance';
import { contains, type Span } from '../../text/span';
import type { CourseAction } from '../course-action';
import type { FeatureContext } from '../feature-context';

/** Lets a diagram that was written for Mermaid 11 keep its shape in Mermaid 12. */
export function pinAppearanceAction({ document }: FeatureContext, selection: Span): CourseAction[] {
  const diagram = document.diagrams.find(({ span }) => contains(span, selection.start));
  const pins = diagram && pinAppearance(diagram.content.text);
  if (!diagram || !pins) return [];
  const edits = pins.map(({ span, newText }) => diagram.content.change(span, newText));
  if (edits.some((edit) => edit === undefined)) return [];
  return [
    {
      title: say`Pin layout and look to those of Mermaid 11`,
      kind: CodeActionKind.RefactorRewrite,
      edits: edits.map((edit) => ({
        uri: document.uri,
        range: document.lines.rangeOf(edit!.span),
        newText: edit!.newText,
      })),
    },
  ];
}
