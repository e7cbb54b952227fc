import type { MarkdownIt } from 'markdown-it';

/** A term as the preview needs it. */
export interface PreviewTerm {
  /** Its name and other words for it, in any case. */
  readonly names: readonly string[];
  /** Short forms, which are written as they are. */
  readonly acronyms: readonly string[];
  /** What it means, in plain words. */
  readonly meaning: string;
}

/** More than anyone's glossary holds; a pattern of more words would be slow to make. */
const mostTerms = 3000;

/** Characters of a name that is looked for. */
const longestName = 200;

interface Letters extends Map<string, Letters> {}

/**
 * A pattern for any of some words, the longest that fits. What words begin with alike is looked at once: written one beside
 * the other, thousands with one long beginning would each be tried at each place, and a page would take minutes.
 */
function anyOf(words: readonly string[]): string {
  const first: Letters = new Map();
  for (const word of words) {
    let letters = first;
    for (const sign of `${word.toLowerCase()}\0`) {
      const next = letters.get(sign) ?? new Map<string, Letters>();
      letters.set(sign, next);
      letters = next;
    }
  }
  return patternOf(first);
}

/** What may follow; `\0` says that a word may end. */
function patternOf(letters: Letters): string {
  const ways = [...letters].flatMap(([sign, next]) =>
    sign === '\0' ? [] : sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + patternOf(next),
  );
  const mayEnd = letters.has('\0');
  if (ways.length === 0) return '';
  return ways.length === 1 && !mayEnd ? ways[0]! : `(?:${ways.join('|')})${mayEnd ? '?' : ''}`;
}

/** Finds terms in running text. */
export class TermFinder {
  readonly #meanings = new Map<string, string>();
  readonly #pattern: RegExp | undefined;

  constructor(terms: readonly PreviewTerm[]) {
    for (const { names, acronyms, meaning } of terms.slice(0, mostTerms)) {
      for (const name of names) this.#add(name.toLowerCase(), meaning);
      for (const acronym of acronyms) this.#add(`=${acronym}`, meaning);
    }
    const words = [...new Set([...this.#meanings.keys()].map((key) => key.replace(/^=/, '')))];
    if (words.length === 0) return;
    this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])${anyOf(words)}(?:s|es)?(?![\\p{L}\\p{N}_-])`, 'giu');
  }

  #add(key: string, meaning: string): void {
    if (key.length > 1 && key.length <= longestName && !this.#meanings.has(key)) this.#meanings.set(key, meaning);
  }

  /** A text in pieces, those that are terms with what they mean. */
  split(text: string): readonly { readonly text: string; readonly meaning?: string }[] {
    const pieces: { text: string; meaning?: string }[] = [];
    let from = 0;
    for (const { 0: found, index } of this.#pattern ? text.matchAll(this.#pattern) : []) {
      const meaning = this.#meaningOf(found);
      if (meaning === undefined) continue;
      if (index > from) pieces.push({ text: text.slice(from, index) });
      pieces.push({ text: found, meaning });
      from = index + found.length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from) });
    return pieces;
  }

  #meaningOf(found: string): string | undefined {
    for (const word of [found, found.replace(/s$/, ''), found.replace(/es$/, '')]) {
      const meaning = this.#meanings.get(`=${word}`) ?? this.#meanings.get(word.toLowerCase());
      if (meaning !== undefined) return meaning;
    }
    return undefined;
  }
}

/**
 * Lets a preview of markdown underline terms of the course, with their definitions as tooltips; in links, headings and
 * code it leaves them as they are. They are looked for when a page is drawn: VS Code draws a page from what it has read
 * long before, when the terms may not have been known.
 * @param finder asked for each page that is drawn
 * @param drawn told of each page that is drawn, by the environment that markdown-it is given, and its running text, in the
 *   pieces in which terms are looked for
 */
export function termsInPreview(
  md: MarkdownIt,
  finder: () => TermFinder | undefined,
  drawn: (env: unknown, texts: readonly string[]) => void = () => undefined,
): MarkdownIt {
  // VS Code reads pages that it does not draw, and draws one that it has read before: which is which only drawing tells.
  const texts = new WeakMap<object, readonly string[]>();
  const running = new WeakSet<object>();
  const { renderer } = md;
  const render = renderer.render.bind(renderer);
  renderer.render = (tokens, options, env) => {
    drawn(env, texts.get(tokens) ?? []);
    return render(tokens, options, env);
  };
  const text = renderer.rules.text!;
  renderer.rules.text = (tokens, index, options, env, self) => {
    const token = tokens[index]!;
    const pieces = (running.has(token) && finder()?.split(token.content)) || [];
    if (pieces.every(({ meaning }) => meaning === undefined)) return text(tokens, index, options, env, self);
    const { escapeHtml } = md.utils;
    return pieces
      .map(({ text, meaning }) =>
        meaning === undefined
          ? escapeHtml(text)
          : `<dfn class="coursewright-term" title="${escapeHtml(meaning)}">${escapeHtml(text)}</dfn>`,
      )
      .join('');
  };
  md.core.ruler.push('coursewright-terms', ({ tokens }) => {
    const page: string[] = [];
    tokens.forEach((block, index) => {
      if (block.type !== 'inline' || !block.children || tokens[index - 1]?.type === 'heading_open') return;
      let inLink = 0;
      for (const token of block.children) {
        inLink += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
        if (token.type !== 'text' || inLink > 0 || !token.content) continue;
        page.push(token.content);
        running.add(token);
      }
    });
    texts.set(tokens, page);
  });
  return md;
}
