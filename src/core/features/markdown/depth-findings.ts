import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import type { FeatureContext } from '../feature-context';

/** `markdown.too-deep`: what lies so deep in quotes and lists that it is not read; told once a file, where it begins. */
export function depthFindings({ document }: FeatureContext): Finding[] {
  return document.tooDeep.slice(0, 1).map((span) => ({
    code: 'markdown.too-deep',
    span,
    message: say`This lies so deep in quotes and lists that it is not read, so nothing here and in what is as deep is checked.`,
    fixes: [],
  }));
}
