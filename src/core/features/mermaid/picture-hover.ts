import type { Hover } from 'vscode-languageserver-types';
import type { Diagram } from '../../course/course-document';
import { say } from '../../l10n/say';
import { symbolsIn } from '../../mermaid/symbols-in';
import type { DrawnPicture } from '../../picture-drawer';
import { contains, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { neighbourhood } from './neighbourhood';
import { diagramPlace, symbolAt } from './symbol-at';

/** The size of a hover that VS Code shows without bars to scroll, in pixels. */
const room = { width: 460, height: 320 };
/** Beyond it no word can be read: the panel shows such a diagram. */
const mostNodes = 60;
/** Characters of a picture, so that it leaves room for what else a hover says. */
const mostText = 60_000;

/** A picture of the diagram on the word that opens it; on a node, of what is one step from it. */
export async function pictureHover(context: FeatureContext, offset: number): Promise<Hover | undefined> {
  const { document, draw } = context;
  const found = draw && (opened(context, offset) ?? nodeAt(context, offset));
  if (!found) return undefined;
  const drawn = await draw(found.text);
  const picture = drawn && asMarkdown(drawn, found.name);
  return picture === undefined
    ? undefined
    : { contents: { kind: 'markdown', value: picture }, range: document.lines.rangeOf(found.span) };
}

interface Pictured {
  readonly text: string;
  readonly name: string;
  readonly span: Span;
}

function opened({ document }: FeatureContext, offset: number): Pictured | undefined {
  const diagram = document.diagrams.find((one) => contains(openingOf(one), offset));
  if (!diagram || symbolsIn(diagram).nodes.length > mostNodes) return undefined;
  return { text: diagram.content.text, name: say`The diagram`, span: openingOf(diagram) };
}

/** The info string of a fence, or the first word of a file. */
const openingOf = (diagram: Diagram): Span =>
  diagram.fence?.infoSpan ?? diagram.content.spanToOuter(symbolsIn(diagram).header);

function nodeAt({ document }: FeatureContext, offset: number): Pictured | undefined {
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol || symbol.kind === 'class') return undefined;
  const text = neighbourhood(symbol.node.id, place.symbols);
  const span = place.diagram.content.spanToOuter(symbol.span);
  return text === undefined ? undefined : { text, name: say`What is near it`, span };
}

/** The picture no larger than a hover; undefined where it would be cut for its length. */
function asMarkdown({ svg, width, height }: DrawnPicture, name: string): string | undefined {
  const scale = Math.min(1, room.width / width, room.height / height);
  const sized = svg
    .replace(/(<svg\b[^>]*?\bwidth=")[^"]*"/, `$1${Math.round(width * scale)}"`)
    .replace(/(<svg\b[^>]*?\bheight=")[^"]*"/, `$1${Math.round(height * scale)}"`);
  const source = encodeURIComponent(sized).replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return source.length > mostText ? undefined : `![${name}](data:image/svg+xml;utf8,${source})`;
}
