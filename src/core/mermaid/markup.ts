/** Tags that authors write in labels to shape their text. */
const shaping = new Set(
  'a abbr b big blockquote br center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var svg path g circle rect line text math mi mo mn mrow msub msup mfrac figure figcaption video audio source iframe details summary'.split(
    ' ',
  ),
);

/**
 * Whether what looks like a tag is meant as one: it shapes text, has attributes, closes itself or another one, or is
 * a comment. `<key>` is a placeholder, `List<Item>` a type.
 */
export function isMarkup(tag: string, text: string): boolean {
  const [, slash, name = '', rest = ''] = /^<(\/?)([\p{L}][\w:-]*)?([^>]*)/u.exec(tag) ?? [];
  if (name === '') return tag.startsWith('<!--');
  if (!tag.endsWith('>')) return false;
  if (/\s[\w-]+\s*=|\/\s*$/.test(rest)) return true;
  if (shaping.has(name.toLowerCase()) && /^\s*$/.test(rest)) return true;
  return slash ? text.includes(`<${name}`) : text.includes(`</${name}>`);
}
