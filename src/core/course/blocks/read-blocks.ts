import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import type { Region } from '../course-document';
import { courseMarkdown } from './course-markdown';
import { type FoundBlocks, RegionBlocks } from './region-blocks';
import { RegionText } from './region-text';

const markdown = courseMarkdown();

/**
 * Reads the blocks of one region into the collector. `whole` says that the source is the file itself, `mdx` that tags in it hold markdown. Structure is
 * what markdown-it's own block rules say; what stands where is read off their state.
 */
export function readBlocks(
  source: EmbeddedText,
  span: Span,
  whole: boolean,
  index: number,
  into: FoundBlocks,
  mdx = false,
): Region {
  const blocks = new RegionBlocks(new RegionText(source), whole, index, into, mdx);
  markdown.block.parse(blocks.source.text, markdown, { blocks }, []);
  return Object.freeze({ source, span, ...(blocks.frontMatter ? { frontMatter: blocks.frontMatter } : {}) });
}
