import type { Span } from '../../text/span';

/** What an address holds and running text seldom does. */
const sign = /[/@#\\]|\.(?=[\p{L}\p{N}/])|:(?=[/\\])|www\./gu;
const boundary = /[\s<>()[\]`"|,;]/;
const markup = /^[*_~']+|[*_~'.:!?]+$/g;
const opening = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.|(?:~|\.{1,2})?\/\S|[a-z]:\\|[#@]\p{L})/iu;

const fileEndings = new Set(
  (
    'md markdown mdx qmd mmd mermaid py ipynb ts tsx jsx mjs cjs json jsonl yaml yml toml txt csv tsv png jpg jpeg gif ' +
    'svg webp pdf htm html css sh rs go cpp hpp java wgsl safetensors gguf'
  ).split(' '),
);

/** Addresses, file paths and names, hashtags and handles that stand bare in a text: words in them are no prose. */
export function addressSpans(text: string): Span[] {
  const found: Span[] = [];
  sign.lastIndex = 0;
  let done = 0;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    let start = match.index;
    while (start > done && !boundary.test(text[start - 1]!)) start--;
    let end = match.index + 1;
    while (end < text.length && !boundary.test(text[end]!)) end++;
    const word = text.slice(start, end);
    if (isAddress(word.replace(markup, ''))) found.push({ start: start + /^[*_~']*/.exec(word)![0].length, end });
    done = end;
    sign.lastIndex = end;
  }
  return found;
}

function isAddress(word: string): boolean {
  if (opening.test(word) || /[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(word)) return true;
  const name = word.slice(0, word.includes('#') ? word.indexOf('#') : word.length);
  const dot = name.lastIndexOf('.');
  return dot > 0 && fileEndings.has(name.slice(dot + 1).toLowerCase());
}
