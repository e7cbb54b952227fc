import type { MarkdownIt } from 'markdown-it';
import { fenceLanguage } from '../core/course/blocks/fence-language';
import { demoKindOf } from '../core/demos/demo-kind';

/** What a preview of markdown asks about the demos on its page. */
export interface DemosOfPreview {
  /** Whether demos are shown; else their fences are code, as everywhere. */
  isWanted(): boolean;
  /** The data files that a demo may read, as JSON; undefined where it names none. */
  data(demo: string, page: unknown): string | undefined;
  /** The language that the page is to speak, as JSON; undefined for that of the sources. */
  language(): string | undefined;
}

/**
 * Lets a preview of markdown make a block of each demo fence, in which a script of the page shows the demo. The block holds
 * the fence's text as code, so that whoever runs no script reads that.
 */
export function demosInPreview(md: MarkdownIt, demos: DemosOfPreview): MarkdownIt {
  const { fence } = md.renderer.rules;
  /** Whether no demo of this drawing of the page was asked about before. */
  const drawn = new WeakSet<object>();
  const firstOn = (page: unknown): boolean => {
    if (typeof page !== 'object' || page === null) return true;
    const isFirst = !drawn.has(page);
    drawn.add(page);
    return isFirst;
  };
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index]!;
    const info = md.utils.unescapeAll(token.info).trim();
    const kind = demoKindOf({ language: fenceLanguage(info), info });
    if (!kind || !demos.isWanted()) return fence!(tokens, index, options, env, self);
    token.attrJoin('class', 'coursewright-demo');
    token.attrSet('data-demo', kind);
    const data = demos.data(token.content, env);
    if (data !== undefined) token.attrSet('data-files', data);
    const language = firstOn(env) && demos.language();
    if (language) token.attrSet('data-language', language);
    // VS Code tells by `code-line` how to scroll, and takes the block of such a `code` for all that there is.
    return `<div${self.renderAttrs(token)}><pre><code>${md.utils.escapeHtml(token.content)}</code></pre></div>\n`;
  };
  return md;
}
