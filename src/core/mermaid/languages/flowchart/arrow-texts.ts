import { brokenLine } from '../../breaks/line';
import { quoteInside, unquotedLabel } from '../../breaks/quoting';
import type { Finder } from '../../breaks/suspect';

/** `A -- "he said "go"" --> B`, `A -- he said "go" --> B`: quotes within the text of an arrow. */
export const arrowTexts: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match =
    /[\p{L}\p{N}_\])}]\s*(?:--|==|-\.)\s+(?<inner>[^\s>-](?:(?!--|==|-\.|\.-)[^|])*"(?:(?!--|==|-\.|\.-)[^|])*?)\s+(?:--+[>xo-]|==+[>xo=]|\.+-[>xo]?)/du.exec(
      line.text,
    );
  if (!match) return;
  const [start, end] = match.indices!.groups!.inner!;
  const inner = match.groups!.inner!;
  const isQuoted = /^".*"$/.test(inner);
  if (isQuoted && inner.split('"').length > 3)
    yield quoteInside(broken.text, { start: line.start + start + 1, end: line.start + end - 1 });
  else if (!isQuoted) yield unquotedLabel(broken.text, { start: line.start + start, end: line.start + end });
};
