import { PeleError, render } from 'pele';
import { pictureColours } from '../../core/export/picture-colours';
import { say } from '../../core/l10n/say';
import { safeSvg } from '../../core/markup/safe-svg';
import type { PictureColours, PictureRequest } from '../../core/picture-drawer';
import type { PictureReply } from './messages';

/** What a picture may cost: lines, and characters of the diagram and of the picture. */
const most = { edges: 20_000, text: 2_000_000, picture: 40_000_000 };

/**
 * Draws a diagram of any kind without a browser, with colours that every viewer of SVG reads. Whether a diagram is right
 * Mermaid decides: what is not drawn here may be right all the same.
 */
export function drawPicture({ text, colours }: PictureRequest): PictureReply {
  try {
    const { svg, width, height } = render(text, {
      limit: most.text,
      outputLimit: most.picture,
      maxEdges: most.edges,
      images: false,
      responsive: false,
    });
    return { kind: 'drawn', picture: { svg: safeSvg(inColours(svg, colours)), width, height } };
  } catch (error) {
    if (error instanceof PeleError) return { kind: 'not-drawn', why: whyNot(error) };
    throw error;
  }
}

function whyNot({ code, message, line, mermaidType }: PeleError): string {
  const [first = ''] = message.split('\n', 1);
  if (code === 'unsupported-diagram') return say`diagrams of this kind are drawn in the panel alone`;
  if (code === 'limit') return say`it is too large: ${first}`;
  return say`${mermaidType ?? say`the diagram`} is not understood${line > 0 ? say` in its line ${line}` : ''}`;
}

/** What pele calls the colours. */
const names = {
  '--pele-bg': 'background',
  '--pele-fg': 'foreground',
  '--pele-muted': 'muted',
  '--pele-line': 'line',
  '--pele-surface': 'surface',
  '--pele-surface-alt': 'group',
  '--pele-border': 'border',
  '--pele-accent': 'accent',
} as const satisfies Readonly<Record<string, keyof PictureColours>>;

/** Colours and fonts written out: viewers beside browsers know no variables. The picture's own are stated on its root. */
function inColours(svg: string, colours: PictureColours): string {
  const end = svg.indexOf('>');
  const own = new Map<string, string>();
  const given = new Map(
    Object.entries(names).map(([name, colour]) => {
      const wanted = colours[colour];
      return [name, /^#[0-9a-f]{6}$/i.test(wanted) ? wanted : pictureColours.light[colour]];
    }),
  );
  const root = svg
    .slice(0, end)
    .replace(/(--_[\w-]+):((?:[^;"()]|\([^()"]*\))*);?/g, (_, name: string, value: string) => {
      own.set(name, value);
      return '';
    });
  const colourOf = (name: string, fallback: string | undefined): string => {
    const found = given.get(name) ?? own.get(name) ?? fallback ?? 'inherit';
    return resolved(found);
  };
  // A fallback may hold one variable more, and no deeper.
  const resolved = (text: string): string =>
    text.replace(/var\((--[\w-]+)(?:,((?:[^()]|\([^()]*\))*))?\)/g, (_, name: string, fallback: string | undefined) =>
      colourOf(name, fallback),
    );
  return resolved(root) + resolved(svg.slice(end));
}
