import MarkdownIt, { type Token } from 'markdown-it';
import { type FormulaCode, formulaAsCode, formulaBlockAsCode } from '../math/formulas-as-code';
import { codeBlock, codeSpan, destination, inBrackets, lightlyEscaped } from '../text/escaped-markdown';
import { safeTarget } from './link-target';
import { readFormulas } from './read-formulas';

const markdown = new MarkdownIt({ linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// Whether a link may be followed is told by `safeTarget` alone.
markdown.validateLink = () => true;
markdown.use(readFormulas);

/** What alone stands in a paragraph as it would without markdown. */
const plain = /^[^\\`*_[\]<>&~|$\n]+$/;

/** An address that can stand as it is between angle brackets. */
const simple = /^https?:[\w:/.?=#%&+~,;@-]+$/;

/** How a list, a heading or a table may begin where a paragraph begins. */
const blockStart = /^(?:[#+>=:|-]|\d+(?=[.)]))/;

/**
 * An author’s markdown written anew from what was read, so that a reader is shown nothing but text, code, emphasis, lists,
 * tables and links that are safe: pictures are their alternative texts, HTML is text, formulas (which hovers do not draw) are
 * signs, or their TeX, as code.
 *
 * @param documentUri the file that it stands in
 * @param root of that file's course
 * @param most characters of it that are read; what is longer ends in `…`
 */
export function safeMarkdown(
  written: string,
  documentUri: string,
  root: string,
  most: number,
  formulas: FormulaCode = 'signs',
): string {
  const text = written.length > most ? `${written.slice(0, most)}…` : written;
  if (plain.test(text) && !blockStart.test(text.trimStart()) && !text.includes('://')) return text.trim();
  const [whole] = new Writer((target) => safeTarget(target, documentUri, root), formulas).write(
    markdown.parse(text, {}),
  );
  return whole ?? '';
}

type Tell = (target: string) => ReturnType<typeof safeTarget>;

/** A block that is open, with the blocks inside it that are written. */
interface OpenBlock {
  readonly token: Token | undefined;
  readonly parts: string[];
  /** Whether its items or paragraphs stand without blank lines between them. */
  tight: boolean;
}

class Writer {
  readonly #tell: Tell;
  readonly #formulas: FormulaCode;
  #inCell = false;

  constructor(tell: Tell, formulas: FormulaCode) {
    this.#tell = tell;
    this.#formulas = formulas;
  }

  write(tokens: readonly Token[]): string[] {
    const open: OpenBlock[] = [{ token: undefined, parts: [], tight: false }];
    for (const token of tokens) {
      if (token.type === 'td_open' || token.type === 'th_open') this.#inCell = true;
      if (token.type === 'td_close' || token.type === 'th_close') this.#inCell = false;
      if (token.nesting === 1) {
        if (token.type === 'paragraph_open' && token.hidden) open.at(-1)!.tight = true;
        open.push({ token, parts: [], tight: false });
      } else if (token.nesting === -1) {
        const block = open.pop()!;
        const outer = open.at(-1)!;
        if (token.type === 'list_item_close' && block.tight) outer.tight = true;
        outer.parts.push(closed(block));
      } else open.at(-1)!.parts.push(this.#leaf(token));
    }
    return [open[0]!.parts.filter((part) => part !== '').join('\n\n')];
  }

  #leaf(token: Token): string {
    if (token.type === 'inline') return this.#inline(token.children ?? []);
    if (token.type === 'fence') return codeBlock(token.content, /^\s*([\w+#-]{1,40})/.exec(token.info)?.[1] ?? '');
    if (token.type === 'code_block') return codeBlock(token.content);
    if (token.type === 'formula_block') return formulaBlockAsCode(token.content, this.#formulas);
    return token.type === 'hr' ? '***' : '';
  }

  #inline(tokens: readonly Token[]): string {
    const closers: string[] = [];
    let bare: string | undefined;
    let lines = '';
    const text = (shown: string) => (closers.length > 0 ? inBrackets(this.#text(shown)) : this.#text(shown));
    for (const [i, token] of tokens.entries()) {
      switch (token.type) {
        case 'text':
          lines += token.content === bare ? bare : text(token.content);
          break;
        case 'code_inline':
        case 'formula': {
          const code =
            token.type === 'formula' ? formulaAsCode(token.content, this.#formulas) : codeSpan(token.content);
          lines += this.#inCell && code.includes('|') ? text(code.replace(/^`+ ?| ?`+$/g, '')) : code;
          break;
        }
        case 'image':
          lines += text(shownText(token.children ?? []));
          break;
        case 'softbreak':
          lines += ' ';
          break;
        case 'hardbreak':
          lines += this.#inCell ? ' ' : '  \n';
          break;
        case 'link_open': {
          const target = this.#tell(String(token.attrGet('href') ?? ''));
          const href = target?.kind === 'file' ? target.uri : target?.href;
          const isBare =
            href !== undefined &&
            href === tokens[i + 1]?.content &&
            tokens[i + 2]?.type === 'link_close' &&
            simple.test(href);
          bare = isBare ? href : undefined;
          closers.push(href === undefined ? '' : isBare ? '>' : `]${destination(href)}`);
          if (href !== undefined) lines = lines.replace(/!$/, '\\!') + (isBare ? '<' : '[');
          break;
        }
        case 'link_close':
          lines += closers.pop() ?? '';
          bare = undefined;
          break;
        default:
          lines += /^(?:em|strong|s)_(?:open|close)$/.test(token.type) ? token.markup.replaceAll('_', '*') : '';
      }
    }
    return lines
      .split('\n')
      .map((line) => line.trimStart().replace(blockStart, startEscaped))
      .join('\n');
  }

  #text(text: string): string {
    const space = (end: RegExp) => (end.test(text) ? ' ' : '');
    const escaped = lightlyEscaped(text);
    const shown = escaped === '' ? space(/\s/) : space(/^\s/) + escaped + space(/\s$/);
    return this.#inCell ? shown.replaceAll('|', '&#124;') : shown;
  }
}

const startEscaped = (start: string): string => (/\d$/.test(start) ? `${start}\\` : `\\${start}`);

/** Inline tokens as text alone, pictures in them too. */
const shownText = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.type === 'image' ? shownText(token.children ?? []) : token.nesting === 0 ? token.content : '',
    )
    .join('');

function closed({ token, parts, tight }: OpenBlock): string {
  const between = tight ? '\n' : '\n\n';
  switch (token!.type) {
    case 'heading_open':
      return `${'#'.repeat(Number(token!.tag.slice(1)))} ${parts.join('')}`;
    case 'bullet_list_open':
      return parts.map((part) => behind('- ', part)).join(between);
    case 'ordered_list_open': {
      const first = Number(token!.attrGet('start') ?? 1);
      return parts.map((part, i) => behind(`${first + i}. `, part)).join(between);
    }
    case 'blockquote_open':
      return parts.join(between).replace(/^/gm, '> ');
    case 'tr_open':
      return `| ${parts.join(' | ')} |`;
    case 'thead_open':
      return `${parts[0]}\n|${' --- |'.repeat((parts[0]!.match(/ \|/g) ?? []).length)}`;
    case 'tbody_open':
    case 'table_open':
      return parts.join('\n');
    case 'list_item_open':
      return parts.join(between);
    default:
      return parts.join('');
  }
}

/** A list item behind its mark. */
const behind = (mark: string, item: string): string =>
  mark + item.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
