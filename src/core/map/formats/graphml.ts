import { wellFormed } from '../../text/well-formed';
import type { ConceptGraph, ConceptPlace } from '../concept-graph';

/** A graph as GraphML 1.0, http://graphml.graphdrawing.org/specification.html. */
export function toGraphml({ nodes, edges }: ConceptGraph, pathOf: (uri: string) => string): string {
  const sources = (places: readonly ConceptPlace[]) =>
    places.map(({ uri, range }) => `${pathOf(uri)}:${range.start.line + 1}`).join('\n');
  const data = (key: string, value: string) => (value === '' ? '' : `<data key="${key}">${xml(value)}</data>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="all" attr.name="label" attr.type="string"/>',
    '  <key id="term" for="node" attr.name="term" attr.type="string"/>',
    '  <key id="conflicts" for="node" attr.name="conflicts" attr.type="string"/>',
    '  <key id="sources" for="all" attr.name="sources" attr.type="string"/>',
    '  <graph id="map" edgedefault="directed">',
    ...nodes.map(
      (node) =>
        `    <node id="${xml(node.id)}">${data('label', node.label)}${data('term', node.term ?? '')}${data('conflicts', node.conflicts.join('\n'))}${data('sources', sources(node.sources))}</node>`,
    ),
    ...edges.map(
      (edge, i) =>
        `    <edge id="e${i + 1}" source="${xml(edge.from)}" target="${xml(edge.to)}">${data('label', edge.labels.join('\n'))}${data('sources', sources(edge.sources))}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 knows no control characters and no halves of pairs, not even escaped. */
const xml = (text: string): string =>
  wellFormed(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => entities[sign]!);
