import { type Phrase, phrases } from './vocabulary';

const lengths = phrases({ '1px': 'thin', '2px': 'as usual for emphasis', '4px': 'thick' });

const colours = phrases({
  '#f96': 'orange',
  '#9f6': 'green',
  '#69f': 'blue',
  '#f9f': 'pink',
  '#ff9': 'yellow',
  '#bbf': 'lavender',
  '#333': 'nearly black',
  '#fff': 'white',
  lightblue: 'a colour by its name',
  lightgreen: 'a colour by its name',
  gold: 'a colour by its name',
  tomato: 'a colour by its name',
  none: 'no colour',
});

const values: Readonly<Record<string, readonly Phrase[]>> = {
  fill: colours,
  stroke: colours,
  color: colours,
  'background-color': colours,
  'stroke-width': lengths,
  'stroke-dasharray': phrases({ '5 5': 'dashes', '2 2': 'dots', '10 5': 'long dashes' }),
  'font-size': phrases({ '14px': 'small', '18px': 'large', '24px': 'very large' }),
  'font-weight': phrases({ bold: 'thick letters', normal: 'as usual' }),
  'font-style': phrases({ italic: 'slanted letters', normal: 'as usual' }),
  opacity: phrases({ '0.5': 'half see-through', '0.8': 'nearly solid' }),
  rx: phrases({ '5px': 'rounded corners', '10px': 'rounder corners' }),
  ry: phrases({ '5px': 'rounded corners', '10px': 'rounder corners' }),
};

/** The properties of a style, the commonest first. */
export const styleProperties: readonly Phrase[] = phrases({
  'fill:': 'colour of the inside',
  'stroke:': 'colour of the border',
  'stroke-width:': 'how thick the border is',
  'color:': 'colour of the text',
  'stroke-dasharray:': 'a dashed border',
  'font-weight:': 'how thick the letters are',
  'font-size:': 'how large the letters are',
  'font-style:': 'slanted letters',
  'opacity:': 'how solid it is, 0 to 1',
  'rx:': 'rounded corners',
  'ry:': 'rounded corners',
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
    .map(([found]) => ({ text: found, detail: 'used in this diagram' }));
  return [...used, ...colours.filter((one) => !counts.has(one.text))];
}
