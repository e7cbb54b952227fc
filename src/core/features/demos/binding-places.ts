import type { Location, LocationLink } from 'vscode-languageserver-types';
import { courseNumbers, numbersBoundTo } from '../../demos/bindings/find-named-demo';
import type { FeatureContext } from '../feature-context';
import { namedAt, spanOfBinding } from './named-at';

/** The fence that a number at an offset is bound to. */
export function bindingDefinition({ document, course }: FeatureContext, offset: number): LocationLink[] {
  const files = courseNumbers(course, document);
  const place = namedAt(files, document, offset);
  if (!place?.binding) return [];
  const { uri, demo } = place.found;
  const range = files.get(uri)!.places.rangeOf(demo.span);
  const originSelectionRange = document.lines.rangeOf(spanOfBinding(place.binding));
  return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
}

/** The numbers of the course that are bound to the demo whose id, or whose number, stands at an offset. */
export function bindingReferences(
  { document, course }: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
): Location[] | undefined {
  const files = courseNumbers(course, document);
  const place = namedAt(files, document, offset);
  if (!place) return undefined;
  const { uri, demo } = place.found;
  const own = includeDeclaration ? [{ uri, range: files.get(uri)!.places.rangeOf(demo.span) }] : [];
  const bound = numbersBoundTo(files, place.found).map(({ uri, number }) => ({
    uri,
    range: files.get(uri)!.places.rangeOf(number.span),
  }));
  return [...own, ...bound];
}
