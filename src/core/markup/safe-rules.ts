/** Elements that run, load, send or move something. */
const forbidden = new Set(
  `script iframe frame frameset object embed applet portal link meta base form input button textarea select video audio
  source track picture set animate animatecolor animatemotion animatetransform discard handler listener feimage mpath
  template`.split(/\s+/),
);

/** Attributes whose value is an address that the browser loads by itself. */
const loading = new Set(
  `href src srcset imagesrcset data background poster action formaction ping longdesc manifest codebase base`.split(
    /\s+/,
  ),
);

/** Whether an element may be in a picture, by its local name. */
export const isForbidden = (name: string): boolean => forbidden.has(name.toLowerCase());

/** What an attribute of an element may hold; undefined where it may not be there. */
export function safeAttribute(element: string, attribute: string, value: string): string | undefined {
  const name = attribute.toLowerCase();
  if (name.startsWith('on')) return undefined;
  const bare = name.slice(name.indexOf(':') + 1);
  // Fills, filters, masks, markers, cursors and styles name other things by `url(…)`.
  if (!loading.has(bare)) return safeStyles(value);
  if (isInside(value)) return value;
  // A link is followed by a person alone; everything else is loaded as soon as it is there.
  return bare === 'href' && element.toLowerCase() === 'a' && isFollowed(value) ? value : undefined;
}

/** Places inside the picture, and pictures in the text itself. */
export const isInside = (address: string): boolean => /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp)[;,])/i.test(address);

const isFollowed = (address: string): boolean => /^\s*(?:https?:\/\/|mailto:)/i.test(address);

/**
 * Styles that load nothing: of `url(…)` only what leads into the picture stays, other ways to load go. Comments and
 * escapes, by which the words for it are written so that they are not seen, are resolved first.
 */
export function safeStyles(text: string): string {
  if (!/url|image|src|import|font-face|\\/i.test(text)) return text;
  const plain =
    text.includes('\\') || text.includes('/*') ? unescaped(text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '')) : text;
  if (!loads.test(plain)) return text;
  return (
    plain
      // A blank stays, so that what stood on both sides does not become such a word.
      .replace(/@import\b[^;{}]*;?/gi, ' ')
      .replace(/@font-face\b[^{}]*(?:\{[^{}]*\}?)?/gi, ' ')
      .replace(/(?:-webkit-)?(?:image-set|cross-fade|image|src)\s*\(/gi, 'none(')
      .replace(/url\s*\(\s*(?:"([^"]*)"?|'([^']*)'?|([^)"']*))\s*\)?/gi, (written, double, single, bare) => {
        const address = String(double ?? single ?? bare ?? '').trim();
        return isInside(address) && !/[()"'\\]/.test(address) && written.endsWith(')') ? written : 'none';
      })
  );
}

const loads = /(?:url|image-set|cross-fade|image|src)\s*\(|@import|@font-face/i;

/** CSS escapes as what they mean: `\75 rl` is `url`. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-9a-f]{1,6})[ \t\r\n\f]?|([^\r\n\f]))/gi, (_, code, letter) => {
    if (code === undefined) return String(letter);
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
