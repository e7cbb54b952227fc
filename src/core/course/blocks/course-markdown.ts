import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it';
import { type BlockNote, type BlockRule, blockNotes } from './block-notes';
import { CourseBlockState } from './block-state';
import { boundedQuote } from './bounded-quote';
import { colonFence } from './colon-fence';
import { componentDiagram } from './component-diagram';
import { definitionFence } from './definition-fence';
import { formulaBlock } from './formula-block';
import { frontMatter } from './front-matter';
import { indentedContainer } from './indented-container';
import { isMdxTag, mdxFence, mdxIndentation, mdxParagraph, mdxProgram } from './mdx-blocks';
import { shortcodeDiagram } from './tagged-diagram';
import { titledBox } from './titled-box';

const chains = ['paragraph', 'reference', 'blockquote', 'list'];

/** markdown-it with its own block rules, each telling the state's blocks what it matched, and with ours. */
export function courseMarkdown(): Markdown {
  const md = new MarkdownIt({ html: true });
  md.block.State = CourseBlockState;
  tellingOfDepth(md);
  for (const [name, note] of Object.entries(blockNotes)) {
    md.block.ruler.at(name, noting(ownRule(name), note), alternatives(name));
  }
  md.block.ruler.at('blockquote', boundedQuote(ownRule('blockquote')), alternatives('blockquote'));
  md.block.ruler.before('table', 'front_matter', frontMatter);
  md.block.ruler.before('table', 'mdx_indentation', mdxIndentation);
  md.block.ruler.before('table', 'component_diagram', componentDiagram, { alt: chains });
  md.block.ruler.before('table', 'mdx_program', mdxProgram);
  md.block.ruler.before('fence', 'formula', formulaBlock, { alt: chains });
  md.block.ruler.before('fence', 'definition_fence', definitionFence, { alt: chains });
  md.block.ruler.before('fence', 'colon_fence', colonFence, { alt: chains });
  md.block.ruler.before('fence', 'shortcode_diagram', shortcodeDiagram, { alt: chains });
  md.block.ruler.before('fence', 'titled_box', titledBox, { alt: chains });
  md.block.ruler.before('fence', 'mdx_fence', mdxFence, { alt: chains });
  md.block.ruler.before('fence', 'indented_container', indentedContainer, { alt: chains });
  return md;
}

/** markdown-it leaves out without a word what lies deeper than it goes; here the blocks are told of it. */
function tellingOfDepth({ block, options }: Markdown): void {
  const read = block.tokenize.bind(block);
  block.tokenize = (state, startLine, endLine) => {
    if (state.level >= options.maxNesting! && state instanceof CourseBlockState) {
      const line = state.skipEmptyLines(startLine);
      const holdsText = line < endLine && state.sCount[line]! >= state.blkIndent;
      if (holdsText) state.blocks.tooDeep(state.textStart(line), state.eMarks[line]!);
    }
    read(state, startLine, endLine);
  };
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
  if (name !== 'html_block') return rule;
  return (state, startLine, endLine, silent) => !isMdxTag(state, startLine) && rule(state, startLine, endLine, silent);
}

/** Which blocks a block of the name may end, as markdown-it has it. */
function alternatives(name: string): { alt: string[] } {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  return { alt: chains.filter((chain) => ruler.getRules(chain).length > 0) };
}
