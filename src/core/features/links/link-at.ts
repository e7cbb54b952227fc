import type { CourseDocument } from '../../course/course-document';
import { inlineSpans } from '../../course/inline/inline-spans';
import { readReferenceDefinition } from '../../course/inline/reference-definition';
import { inlineAt } from '../../course/inline-at';
import type { Link } from '../../links/link';
import { linksOf } from '../../links/links';
import { contains, type Span } from '../../text/span';

/** The link whose destination stands at an offset. */
export const linkAt = (document: CourseDocument, offset: number): Link | undefined =>
  linksOf(document).find(({ span }) => contains(span, offset));

/** A label of a reference or a footnote in a document: where it is used, and where it is defined. */
export interface LabelPlaces {
  readonly kind: 'reference' | 'footnote';
  /** As written at the place asked about. */
  readonly name: string;
  readonly span: Span;
  readonly definitions: readonly Span[];
  readonly uses: readonly Span[];
}

/** The reference or footnote whose label stands at an offset; undefined where nothing defines it. */
function labelAt(document: CourseDocument, offset: number): LabelPlaces | undefined {
  for (const kind of ['reference', 'footnote'] as const) {
    const all = kind === 'reference' ? referenceLabels(document) : footnoteLabels(document);
    // Of brackets in brackets, the inner ones.
    const here = all.findLast(({ span }) => contains(span, offset));
    if (!here) continue;
    const same = all.filter(({ name }) => folded(name) === folded(here.name));
    const definitions = same.filter(({ defines }) => defines).map(({ span }) => span);
    const uses = same.filter(({ defines }) => !defines).map(({ span }) => span);
    if (definitions.length > 0) return { kind, name: here.name, span: here.span, definitions, uses };
  }
  return undefined;
}

/** The same, but for references where the editor follows those itself, as VS Code does; it knows no footnotes. */
export function ownLabelAt(
  document: CourseDocument,
  offset: number,
  builtInMarkdown: boolean | undefined,
): LabelPlaces | undefined {
  const label = labelAt(document, offset);
  return builtInMarkdown && label?.kind === 'reference' ? undefined : label;
}

interface PlacedLabel {
  readonly name: string;
  readonly span: Span;
  readonly defines: boolean;
}

function referenceLabels(document: CourseDocument): PlacedLabel[] {
  const defined = document.references.flatMap(({ source }) => {
    const span = readReferenceDefinition(source.text)?.labelSpan;
    const name = span && source.text.slice(span.start, span.end);
    return span && name && !name.startsWith('^') ? [{ name, span: source.spanToOuter(span), defines: true }] : [];
  });
  if (defined.length === 0) return [];
  const used = document.inlines.flatMap(({ source }) =>
    source.text.includes('[')
      ? inlineSpans(source.text).links.flatMap(({ labelSpan }) =>
          labelSpan
            ? [
                {
                  name: source.text.slice(labelSpan.start, labelSpan.end),
                  span: source.spanToOuter(labelSpan),
                  defines: false,
                },
              ]
            : [],
        )
      : [],
  );
  return [...defined, ...used];
}

/** Footnotes are read from the text itself, but in code: their definitions are blocks of many kinds. */
function footnoteLabels(document: CourseDocument): PlacedLabel[] {
  const { text, fences } = document;
  const found: PlacedLabel[] = [];
  for (const match of text.matchAll(/\[\^([^\]\s]{1,100})\]/g)) {
    const at = match.index;
    const span = { start: at + 2, end: at + 2 + match[1]!.length };
    if (fences.some(({ span: fence }) => contains(fence, at))) continue;
    const inline = inlineAt(document, at);
    const isDefinition = text[span.end + 1] === ':' && /(?:^|\n)[\s>]*$/.test(text.slice(Math.max(0, at - 20), at));
    if (!isDefinition && inline && isCode(inline.source.text, inline.source.toInner(at))) continue;
    found.push({ name: match[1]!, span, defines: isDefinition });
  }
  return found;
}

/** Whether a place of a text stands between backticks. */
const isCode = (text: string, at: number | undefined): boolean =>
  at !== undefined && text.includes('`') && text.replace(/(`+)[^`]*\1/g, (code) => ' '.repeat(code.length))[at] === ' ';

/** Labels are one whatever their case and spaces. */
const folded = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();
