import MarkdownIt, { type Token } from 'markdown-it';
import { meantFences } from './fence-reading';
import { searchBudget } from './mdx-program';
import type { RegionBlocks } from './region-blocks';

const Base = new MarkdownIt().block.State;

/**
 * markdown-it's block state, telling a region's blocks what it passes. Block contents are not joined into strings and
 * tokens are not kept: the model has its own, and making them is most of the work.
 */
export class CourseBlockState extends Base {
  /** The line after the content that a rule asked for last. */
  contentEnd = 0;
  /** Lines over which a formula's closer was sought in vain, by kind of search. */
  readonly failedSearches = new Map<string, { readonly from: number; readonly to: number }>();
  /** The token of the last push: every rule fills its token before it pushes the next. */
  readonly token: Token = new this.Token('', '', 0);

  /** For where tags and programs of MDX end. */
  readonly searchBudget = searchBudget(this.src);

  /** In MDX: where indented lines are read as if they began at a column, and the least indentation of those around them. */
  indented: { readonly column: number; readonly floor: number } | undefined;

  #meant: ReturnType<typeof meantFences> | undefined;

  /** The fences of the region that its author meant otherwise than markdown reads them. */
  get meantFences(): ReturnType<typeof meantFences> {
    this.#meant ??= meantFences(this.src, this.blocks.mdx);
    return this.#meant;
  }

  get blocks(): RegionBlocks {
    return this.env.blocks as RegionBlocks;
  }

  /** Where the line's text starts, after the marks of its containers and its indentation. */
  textStart(line: number): number {
    return this.bMarks[line]! + this.tShift[line]!;
  }

  override getLines(_begin: number, end: number): string {
    this.contentEnd = end;
    return '';
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const { token } = this;
    token.tag = tag;
    this.level += nesting;
    if (type === 'list_item_open') this.#openItem();
    else if (type === 'list_item_close') this.#closeItem();
    return token;
  }

  #openItem(): void {
    const start = this.textStart(this.line);
    let end = start;
    while (isDigit(this.src.charCodeAt(end))) end++;
    const number = end > start ? Number(this.src.slice(start, end)) : undefined;
    this.blocks.openItem(this.line, start, end + 1, number);
  }

  #closeItem(): void {
    let line = this.line - 1;
    while (line > 0 && this.isEmpty(line)) line--;
    this.blocks.closeItem(this.eMarks[line]!);
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
