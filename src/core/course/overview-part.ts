import type { Span } from '../text/span';

/** The lines between which a written overview stands: made from the rest of the course, it adds nothing to it. */
export const overviewMarkers = {
  begin: '<!-- coursewright: overview, made from the course; changes between these lines are overwritten -->',
  end: '<!-- coursewright: end of overview -->',
};

/** Where an overview was written into a text, its markers included. */
export function overviewPart(text: string): Span | undefined {
  const start = text.indexOf(overviewMarkers.begin);
  const end = start < 0 ? -1 : text.indexOf(overviewMarkers.end, start);
  return end < 0 ? undefined : { start, end: end + overviewMarkers.end.length };
}
