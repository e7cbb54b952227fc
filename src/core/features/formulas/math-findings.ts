import { inlineSpans } from '../../course/inline/inline-spans';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { missingCloser } from '../../math/unclosed-formula';
import type { FeatureContext } from '../feature-context';

/** `math.unclosed`: a formula that is opened and never closed in its paragraph, marked at its opener. */
export function mathFindings({ document }: FeatureContext): Finding[] {
  return document.inlines.flatMap(({ source }): Finding[] => {
    const { text } = source;
    if (!/\$|\\[([]/.test(text)) return [];
    let marked = -1;
    return inlineSpans(text).unclosedFormulas.flatMap((opener): Finding[] => {
      // What else seems open on a line most likely follows from the first.
      if (opener.start < marked) return [];
      const missing = missingCloser(text, opener);
      if (!missing || source.isOpaque(opener)) return [];
      const lineBreak = text.indexOf('\n', opener.end);
      marked = lineBreak < 0 ? text.length : lineBreak;
      const { at, closer } = missing;
      const change = source.change({ start: at, end: at }, closer);
      const written = text.slice(opener.start, opener.end);
      return [
        {
          code: 'math.unclosed',
          span: source.spanToOuter(opener),
          message: `This formula is never closed: ${written} needs a ${closer.trim()}.`,
          fixes: change ? [{ title: `Close the formula with ${closer.trim()}`, safe: false, changes: [change] }] : [],
        },
      ];
    });
  });
}
