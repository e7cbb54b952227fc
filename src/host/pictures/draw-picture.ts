import { PeleError, render } from 'pele';
import { safeSvg } from '../../core/markup/safe-svg';
import type { PictureReply, PictureRequest, PictureTheme } from './messages';
import { pictureColours } from './picture-colours';

/** What a picture may cost: lines, and characters of the diagram and of the picture. */
const most = { edges: 20_000, text: 2_000_000, picture: 40_000_000 };

/**
 * Draws a diagram of any kind without a browser, with colours that every viewer of SVG reads. Whether a diagram is right
 * Mermaid decides: what is not drawn here may be right all the same.
 */
export function drawPicture({ text, theme }: PictureRequest): PictureReply {
  try {
    const { svg, width, height } = render(text, {
      limit: most.text,
      outputLimit: most.picture,
      maxEdges: most.edges,
      images: false,
      responsive: false,
    });
    return { kind: 'drawn', picture: { svg: safeSvg(inColours(svg, theme)), width, height } };
  } catch (error) {
    if (error instanceof PeleError) return { kind: 'not-drawn', why: whyNot(error) };
    throw error;
  }
}

function whyNot({ code, message, line, mermaidType }: PeleError): string {
  const [first = ''] = message.split('\n', 1);
  if (code === 'unsupported-diagram') return 'diagrams of this kind are drawn in the panel alone';
  if (code === 'limit') return `it is too large: ${first}`;
  return `${mermaidType ?? 'the diagram'} is not understood${line > 0 ? ` in its line ${line}` : ''}`;
}

/** Colours and fonts written out: viewers beside browsers know no variables. The picture's own are stated on its root. */
function inColours(svg: string, theme: PictureTheme): string {
  const end = svg.indexOf('>');
  const own = new Map<string, string>();
  const root = svg
    .slice(0, end)
    .replace(/(--_[\w-]+):((?:[^;"()]|\([^()"]*\))*);?/g, (_, name: string, value: string) => {
      own.set(name, value);
      return '';
    });
  const colourOf = (name: string, fallback: string | undefined): string => {
    const given = pictureColours[theme][name] ?? own.get(name) ?? fallback ?? 'inherit';
    return resolved(given);
  };
  // A fallback may hold one variable more, and no deeper.
  const resolved = (text: string): string =>
    text.replace(/var\((--[\w-]+)(?:,((?:[^()]|\([^()]*\))*))?\)/g, (_, name: string, fallback: string | undefined) =>
      colourOf(name, fallback),
    );
  return resolved(root) + resolved(svg.slice(end));
}
