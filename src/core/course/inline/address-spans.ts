import type { Span } from '../../text/span';

const run = /[^\s<>()[\]`"|,;]+/g;
const markup = /^[*_~']+|[*_~'.:!?]+$/g;
const opening = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.|(?:~|\.{1,2})?\/\S|[a-z]:\\|[#@]\p{L})/iu;

const fileEndings = new Set(
  (
    'md markdown mdx qmd mmd mermaid py ipynb ts tsx jsx mjs cjs json jsonl yaml yml toml txt csv tsv png jpg jpeg gif ' +
    'svg webp pdf htm html css sh rs go cpp hpp java wgsl safetensors gguf'
  ).split(' '),
);

/** Addresses, file paths and names, hashtags and handles that stand bare in a text: words in them are no prose. */
export function* addressSpans(text: string): Iterable<Span> {
  for (const match of text.matchAll(run)) {
    const word = match[0];
    if (!/[./@#\\:]/.test(word)) continue;
    const lead = /^[*_~']*/.exec(word)![0].length;
    if (isAddress(word.replace(markup, ''))) yield { start: match.index + lead, end: match.index + word.length };
  }
}

function isAddress(word: string): boolean {
  if (opening.test(word) || /[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(word)) return true;
  const name = word.slice(0, word.includes('#') ? word.indexOf('#') : word.length);
  const dot = name.lastIndexOf('.');
  return dot > 0 && fileEndings.has(name.slice(dot + 1).toLowerCase());
}
