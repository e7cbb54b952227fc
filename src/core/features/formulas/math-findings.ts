import type { CourseDocument } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { isInVault } from '../../links/notes';
import { siteOf } from '../../links/site-of';
import { allowsSpacedDollars } from '../../math/spaced-dollars';
import { missingCloser } from '../../math/unclosed-formula';
import type { Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** `math.unclosed`: a formula that is opened and never closed in its paragraph, marked at its opener. */
export async function mathFindings({ document, course }: FeatureContext): Promise<Finding[]> {
  let inVault: Promise<boolean> | undefined;
  let spaced: Promise<boolean> | undefined;
  const found: Finding[] = [];
  for (const { kind, source } of document.inlines) {
    const { text } = source;
    if (!/\$|\\[([]/.test(text)) continue;
    let marked = -1;
    for (const opener of inlineSpans(text).unclosedFormulas) {
      // What else seems open on a line most likely follows from the first.
      if (opener.start < marked) continue;
      const missing = missingCloser(text, opener);
      if (!missing || source.isOpaque(opener)) continue;
      // In a vault a formula may hold blank lines, so that `$$` in pairs are closed.
      if (text.startsWith('$$', opener.start) && document.text.split('$$').length % 2 === 1) {
        inVault ??= isInVault(course, document.uri);
        if (await inVault) continue;
      }
      // Jupyter takes formulas out before it looks for cells, so that `|` parts none.
      if (kind === 'cell' && document.language === 'notebook' && goesOnInRow(source.spanToOuter(opener), document))
        continue;
      const lineBreak = text.indexOf('\n', opener.end);
      marked = lineBreak < 0 ? text.length : lineBreak;
      const at = source.spanToOuter(opener);
      if (missing.kind === 'space') {
        spaced ??= allowsSpacedDollars(document, course).then(
          // Hugo leaves formulas to a script of the page, which minds no space.
          async (allows) => allows || (await siteOf(course, document.uri))?.kind.name === 'Hugo',
        );
        // The next formula on the line is another matter.
        marked = missing.span.end + 1;
        if (await spaced) continue;
        const change = source.change(missing.span, '');
        found.push({
          code: 'math.unclosed',
          span: at,
          message: say`The space before the closing $ keeps this formula from being one: readers see it as text.`,
          fixes: change ? [{ title: say`Remove the space before $`, safe: false, changes: [change] }] : [],
        });
        continue;
      }
      const { at: end, closer } = missing;
      // Behind a lone backslash the sign would be a character and close nothing.
      const closes = end !== undefined && !/(?<!\\)(?:\\\\)*\\$/.test(text.slice(Math.max(0, end - 100), end));
      const change = closes ? source.change({ start: end, end }, closer) : undefined;
      const written = text.slice(opener.start, opener.end);
      found.push({
        code: 'math.unclosed',
        span: at,
        message: say`This formula is never closed, so readers see it as text: ${written} needs a ${closer.trim()} behind it.`,
        fixes: change ? [{ title: say`Close the formula with ${closer.trim()}`, safe: false, changes: [change] }] : [],
      });
    }
  }
  return found;
}

/** Whether a dollar stands behind a place on the line that a cell of a notebook has there: its JSON writes `\\n` for the end of one. */
const goesOnInRow = ({ end }: Span, { text }: CourseDocument): boolean =>
  text
    .slice(end, end + 1000)
    .split(/\\n|\n/, 1)[0]!
    .includes('$');
