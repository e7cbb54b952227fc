import type { Span } from '../text/span';

/** Endings of names that belong to no country, as far as people write them in posts. */
const generic = new Set(
  (
    'academy aero agency ai app art arpa asia biz blog build business careers cat center chat cloud club codes coffee com ' +
    'community company computer courses dev design digital directory download edu education email energy engineering events ' +
    'expert fun fyi games gov group guide guru help how info ink institute int io jobs land lib life link live llc lol love ' +
    'ltd market media mil mobi museum name net network news ninja one online org page photo photos pizza plus post press pro ' +
    'pub report reviews rocks run school science services shop site social software solutions space store studio study style ' +
    'systems team tech technology tel today tools top travel university ventures video wiki work works world wtf xxx xyz zone'
  ).split(' '),
);

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** What ISO 3166 calls otherwise, or only reserves. */
const moreCountries = new Set(['ac', 'eu', 'su', 'uk']);

function isTopLevel(label: string): boolean {
  const name = label.toLowerCase();
  if (generic.has(name) || moreCountries.has(name)) return true;
  return /^[a-z]{2}$/.test(name) && countries.of(name.toUpperCase()) !== undefined;
}

const candidate = /(https?:\/\/)?([a-z\d](?:[a-z\d._-]*[a-z\d])?)/gi;
const port = /^:\d{1,5}/;
/** Brackets stand in a path in pairs alone, and none behind `]`, as a link of markdown has them. */
const inPath = "\\p{Script=Latin}\\p{Script=Cyrillic}\\d!*';:=+,.$\\/%#\\[\\-–_~@\\|&";
const path = new RegExp(`^/(?:[${inPath}]|\\](?!\\()|\\([${inPath}\\]]*\\))*`, 'u');
const query = /^\?[a-z\d!?*'@();:&=+$/%#[\]\-_.,~|]*/i;

/**
 * The web addresses of a text, with and without `https://`, as a post makes links of them: a name under a top-level
 * domain, then a port, a path and a query that end in no punctuation. Not behind a letter, a digit, `@`, `#` or `$`.
 */
export function webAddresses(text: string): Span[] {
  const found: Span[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const [whole, protocol = '', host] = match;
    const before = text[match.index - 1] ?? '';
    const forbidden = protocol ? /[\p{L}\p{N}@＠$#＃]/u : /[\p{L}\p{N}@＠$#＃\-_./]/u;
    const labels = host!.split('.');
    let count = labels.length;
    while (count > 1 && !isTopLevel(labels[count - 1]!)) count--;
    if (count < 2 || forbidden.test(before) || labels.slice(0, count).some((label) => label === '')) continue;
    if (labels[count - 2]!.includes('_')) continue;
    let end = match.index + protocol.length + labels.slice(0, count).join('.').length;
    // A letter right behind makes another word of it; `.` and `-` do not.
    if (end < match.index + whole.length && /[\p{L}\p{N}_@]/u.test(text[end] ?? '')) continue;
    const take = (pattern: RegExp, trim: RegExp): void => {
      const part = pattern.exec(text.slice(end, end + 4096))?.[0];
      if (part !== undefined) end += part.replace(trim, '').length;
    };
    take(port, /$^/);
    take(path, unfinished);
    take(query, /[!?*'@();:+$%[\].,~|]+$/);
    found.push({ start: match.index, end });
    candidate.lastIndex = end;
  }
  return found;
}

/** Punctuation behind a path belongs to the sentence. */
const unfinished = /[!*';:,.$%[\]~|&@–]+$/;
