import { isForbidden, safeAttribute, safeStyles } from './safe-rules';
import { writable, xml } from './xml';

/**
 * A picture in SVG by the rules that a picture in the page is held to, where there is no page: what runs, loads or asks for
 * something from elsewhere is taken out. Reads well-formed XML, as programs write it.
 * @throws where the text is none: nothing half read is passed on.
 */
export function safeSvg(markup: string): string {
  const out: string[] = [];
  const open: { readonly name: string; readonly forbidden: boolean }[] = [];
  const isKept = () => !open.at(-1)?.forbidden;
  // Styles are read whole: what stands in them and says nothing may part a word that is looked for.
  let styles = '';
  const closeStyles = () => {
    out.push(xml(safeStyles(styles)));
    styles = '';
  };
  let at = 0;
  while (at < markup.length) {
    const next = markup.indexOf('<', at);
    const end = next < 0 ? markup.length : next;
    if (end > at && isKept()) {
      const text = writable(decoded(markup.slice(at, end)));
      if (open.some(({ name }) => localName(name).toLowerCase() === 'style')) styles += text;
      else out.push(xml(text));
    }
    if (next < 0) break;
    at = next;
    const aside = asides.find(([opener]) => markup.startsWith(opener, at));
    if (aside) {
      at = after(markup, aside[1], at);
      continue;
    }
    if (markup[at + 1] === '/') {
      const close = after(markup, '>', at);
      const last = open.pop();
      closeStyles();
      if (last?.name !== markup.slice(at + 2, close - 1).trim()) throw new NotSvg();
      if (!last.forbidden) out.push(`</${last.name}>`);
      at = close;
      continue;
    }
    closeStyles();
    const tag = tagAt(markup, at);
    const forbidden = !isKept() || isForbidden(localName(tag.name));
    if (!forbidden) out.push(written(tag));
    if (!tag.closed) open.push({ name: tag.name, forbidden });
    at = tag.end;
  }
  if (open.length > 0 || !/^\s*<svg\b/.test(out.join(''))) throw new NotSvg();
  return out.join('');
}

class NotSvg extends Error {
  constructor() {
    super('The picture is not well-formed SVG.');
  }
}

/** What says nothing in a picture, and how it ends. */
const asides: readonly (readonly [opener: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

function after(markup: string, end: string, from: number): number {
  const found = markup.indexOf(end, from);
  if (found < 0) throw new NotSvg();
  return found + end.length;
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly closed: boolean;
  readonly end: number;
}

const nameStart = /<([A-Za-z_][\w:.-]*)/y;
const attribute = /\s+([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;

function tagAt(markup: string, start: number): Tag {
  const match = (expression: RegExp, at: number): RegExpExecArray | null => {
    expression.lastIndex = at;
    return expression.exec(markup);
  };
  const opener = match(nameStart, start);
  if (!opener) throw new NotSvg();
  const attributes: [string, string][] = [];
  let at = start + opener[0].length;
  for (let found = match(attribute, at); found; found = match(attribute, at)) {
    attributes.push([found[1]!, decoded(found[2] ?? found[3] ?? '')]);
    at += found[0].length;
  }
  const end = match(tagEnd, at);
  if (!end) throw new NotSvg();
  return { name: opener[1]!, attributes, closed: end[1] === '/', end: at + end[0].length };
}

function written({ name, attributes, closed }: Tag): string {
  const kept = attributes.flatMap(([key, value]) => {
    const safe = safeAttribute(localName(name), key, writable(value));
    return safe === undefined ? [] : [` ${key}="${xml(safe)}"`];
  });
  return `<${name}${kept.join('')}${closed ? '/' : ''}>`;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An entity that XML does not know stands as it is written, and is escaped again. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  });
