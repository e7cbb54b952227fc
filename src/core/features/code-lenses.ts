import type { CodeLens, Location } from 'vscode-languageserver-types';
import { glossaryOf } from '../glossary/glossary';
import { demoLenses } from './demos/demo-lenses';
import type { FeatureContext } from './feature-context';
import { useLocations } from './terms/term-places';

/** Lets an editor show places in a list: `(uri, position, locations)`. */
export const showReferencesCommand = 'coursewright.showReferences';

/** Lenses over definitions and over demos. */
export const codeLenses = async (context: FeatureContext): Promise<CodeLens[]> => [
  ...termLenses(context),
  ...(await demoLenses(context)),
];

/** A lens over every definition. How often the term is used is counted when the lens comes into view. */
export function termLenses({ document, course }: FeatureContext): CodeLens[] {
  const entries = glossaryOf(course).file(document.uri)?.entries ?? [];
  return entries.map(({ nameSpan }) => ({
    range: document.lines.rangeOf(nameSpan),
    data: { uri: document.uri },
  }));
}

/** Says how often the term below a lens is used, and lets its uses be shown. */
export function resolveCodeLens({ document, course }: FeatureContext, lens: CodeLens): CodeLens {
  const glossary = glossaryOf(course);
  const [term] = glossary.at(document.uri, document.lines.offsetAt(lens.range.start))?.terms ?? [];
  const uses: Location[] = term ? useLocations(term, glossary) : [];
  const title = uses.length === 0 ? 'not used' : uses.length === 1 ? '1 use' : `${uses.length} uses`;
  const command = uses.length === 0 ? '' : showReferencesCommand;
  return { ...lens, command: { title, command, arguments: [document.uri, lens.range.start, uses] } };
}
