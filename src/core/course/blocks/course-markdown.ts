import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { type BlockNote, type BlockRule, blockNotes } from './block-notes';
import { CourseBlockState } from './block-state';
import { colonFence } from './colon-fence';
import { componentDiagram } from './component-diagram';
import { formulaBlock } from './formula-block';
import { frontMatter } from './front-matter';
import { indentedContainer } from './indented-container';
import { isMdxTag, mdxFence, mdxIndentation, mdxParagraph, mdxProgram } from './mdx-blocks';
import { shortcodeDiagram } from './tagged-diagram';

const chains = ['paragraph', 'reference', 'blockquote', 'list'];

/** markdown-it with its own block rules, each telling the state's blocks what it matched, and with ours. */
export function courseMarkdown(): Markdown {
  const md = new MarkdownIt({ html: true });
  md.block.State = CourseBlockState;
  for (const [name, note] of Object.entries(blockNotes)) {
    md.block.ruler.at(name, noting(ownRule(name), note), alternatives(name));
  }
  md.block.ruler.before('table', 'front_matter', frontMatter);
  md.block.ruler.before('table', 'mdx_indentation', mdxIndentation);
  md.block.ruler.before('table', 'component_diagram', componentDiagram, { alt: chains });
  md.block.ruler.before('table', 'mdx_program', mdxProgram);
  md.block.ruler.before('fence', 'formula', formulaBlock, { alt: chains });
  md.block.ruler.before('fence', 'colon_fence', colonFence, { alt: chains });
  md.block.ruler.before('fence', 'shortcode_diagram', shortcodeDiagram, { alt: chains });
  md.block.ruler.before('fence', 'mdx_fence', mdxFence, { alt: chains });
  md.block.ruler.before('fence', 'indented_container', indentedContainer, { alt: chains });
  return md;
}

/** The rule followed by its note wherever it matched for good. */
function noting(rule: BlockRule, note: BlockNote): BlockRule {
  return (state, startLine, endLine, silent) => {
    const matched = rule(state, startLine, endLine, silent);
    if (matched && !silent && state instanceof CourseBlockState) note(state, startLine);
    return matched;
  };
}

function ownRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  const rule = ruler.getRules('')[0]!;
  if (name === 'paragraph') return mdxParagraph(rule);
  if (name === 'blockquote') return (state, ...rest) => shallow(state, () => rule(state, ...rest));
  if (name !== 'html_block') return rule;
  return (state, startLine, endLine, silent) => !isMdxTag(state, startLine) && rule(state, startLine, endLine, silent);
}

/** Quotes in quotes that are read; each looks at all lines of those in it, and nobody writes so many. */
const mostQuotes = 20;

function shallow(state: Parameters<BlockRule>[0], read: () => boolean): boolean {
  const depth = Number(state.env.quotes ?? 0);
  if (depth >= mostQuotes) return false;
  state.env.quotes = depth + 1;
  const matched = read();
  state.env.quotes = depth;
  return matched;
}

/** Which blocks a block of the name may end, as markdown-it has it. */
function alternatives(name: string): { alt: string[] } {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  return { alt: chains.filter((chain) => ruler.getRules(chain).length > 0) };
}
