import { say } from '../l10n/say';
import { type Phrase, phrases } from './vocabulary';

const lengths = phrases({ '1px': say`thin`, '2px': say`as usual for emphasis`, '4px': say`thick` });

const colours = phrases({
  '#f96': say`orange`,
  '#9f6': say`green`,
  '#69f': say`blue`,
  '#f9f': say`pink`,
  '#ff9': say`yellow`,
  '#bbf': say`lavender`,
  '#333': say`nearly black`,
  '#fff': say`white`,
  lightblue: say`a colour by its name`,
  lightgreen: say`a colour by its name`,
  gold: say`a colour by its name`,
  tomato: say`a colour by its name`,
  none: say`no colour`,
});

const values: Readonly<Record<string, readonly Phrase[]>> = {
  fill: colours,
  stroke: colours,
  color: colours,
  'background-color': colours,
  'stroke-width': lengths,
  'stroke-dasharray': phrases({ '5 5': say`dashes`, '2 2': say`dots`, '10 5': say`long dashes` }),
  'font-size': phrases({ '14px': say`small`, '18px': say`large`, '24px': say`very large` }),
  'font-weight': phrases({ bold: say`thick letters`, normal: say`as usual` }),
  'font-style': phrases({ italic: say`slanted letters`, normal: say`as usual` }),
  opacity: phrases({ '0.5': say`half see-through`, '0.8': say`nearly solid` }),
  rx: phrases({ '5px': say`rounded corners`, '10px': say`rounder corners` }),
  ry: phrases({ '5px': say`rounded corners`, '10px': say`rounder corners` }),
};

/** The properties of a style, the commonest first. */
export const styleProperties: readonly Phrase[] = phrases({
  'fill:': say`colour of the inside`,
  'stroke:': say`colour of the border`,
  'stroke-width:': say`how thick the border is`,
  'color:': say`colour of the text`,
  'stroke-dasharray:': say`a dashed border`,
  'font-weight:': say`how thick the letters are`,
  'font-size:': say`how large the letters are`,
  'font-style:': say`slanted letters`,
  'opacity:': say`how solid it is, 0 to 1`,
  'rx:': say`rounded corners`,
  'ry:': say`rounded corners`,
}).map((phrase) => ({ ...phrase, example: `style A ${phrase.text}${values[phrase.text.slice(0, -1)]![0]!.text}` }));

const colour = /#[\da-f]{3,8}\b/gi;

/** What may stand behind a property's colon; colours that the text has already come first. */
export function styleValues(property: string, text: string): readonly Phrase[] {
  const known = Object.hasOwn(values, property) ? values[property]! : [];
  if (known !== colours) return known;
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(colour)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const used = [...counts]
    .sort(([, m], [, n]) => n - m)
    .map(([found]) => ({ text: found, detail: say`used in this diagram` }));
  return [...used, ...colours.filter((one) => !counts.has(one.text))];
}
