import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import type { CourseDocument, Fence } from '../../course/course-document';
import { tweetLanguage } from '../../course/tweet-language';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { shortened } from '../../overview/shortened';
import { endOfPost, mostWeighted, weightedLength } from '../../overview/weighted-length';
import { overlaps, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';

/** `tweet.too-long`: a `tweet` fence that counts more than a post may, marked from where it is too much. */
export function tweetFindings({ document }: FeatureContext): Finding[] {
  return tweetFences(document).flatMap((fence): Finding[] => {
    const text = fence.content.text.trimEnd();
    const length = weightedLength(text);
    if (length <= mostWeighted) return [];
    const end = endOfPost(text);
    const kept = shortened(text, mostWeighted, weightedLength).slice(0, -1);
    const change = fence.content.change({ start: kept.length, end: text.length }, '…');
    return [
      {
        code: 'tweet.too-long',
        span: fence.content.spanToOuter({ start: end, end: text.length }),
        message: say`This post counts ${length} of ${mostWeighted} characters: ${length - mostWeighted} too many.`,
        fixes: change ? [{ title: say`Shorten it to ${mostWeighted}`, safe: false, changes: [change] }] : [],
      },
    ];
  });
}

/** How much of a post a `tweet` fence counts, behind its opening line. */
export function tweetHints({ document }: FeatureContext, span: Span): InlayHint[] {
  const { lines } = document;
  return tweetFences(document)
    .filter((fence) => overlaps(fence.span, span))
    .map((fence) => ({
      position: lines.positionAt(lines.lineEnd(lines.lineOf(fence.markerSpan.start))),
      label: say`${weightedLength(fence.content.text.trimEnd())} of ${mostWeighted}`,
      kind: InlayHintKind.Type,
      paddingLeft: true,
    }));
}

const tweetFences = ({ fences }: CourseDocument): Fence[] =>
  fences.filter(({ language }) => language === tweetLanguage);
