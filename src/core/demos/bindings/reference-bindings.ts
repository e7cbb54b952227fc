import type { CourseDocument, Inline } from '../../course/course-document';
import type { InlineLink } from '../../course/inline/inline-spans';
import { readReferenceDefinition } from '../../course/inline/reference-definition';
import { getOrSet } from '../../get-or-set';
import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';

/** `[cache]: demo:cache.cache_bytes`, by which `[10.4 GB][cache]` is bound. */
export interface DemoDefinition {
  /** The definition's text; the span is of that text. */
  readonly source: EmbeddedText;
  /** What stands behind `demo:`. */
  readonly writtenSpan: Span;
}

/** Definitions by region and label; undefined ones lead elsewhere, and stand before later ones of their label. */
type Definitions = ReadonlyMap<string, DemoDefinition | undefined>;

const known = new WeakMap<CourseDocument, Definitions>();

/** Every definition of a document that leads to a demo, in text order. */
export const demoDefinitionsOf = (document: CourseDocument): DemoDefinition[] =>
  [...definitionsOf(document).values()].filter((definition) => definition !== undefined);

/** What a link such as `[10.4 GB][cache]` is bound to; undefined where its label is not defined or leads elsewhere. */
export function referencedDemo(
  document: CourseDocument,
  { source, region }: Inline,
  { labelSpan }: InlineLink,
): DemoDefinition | undefined {
  const label = labelSpan && source.text.slice(labelSpan.start, labelSpan.end);
  return label === undefined ? undefined : definitionsOf(document).get(keyOf(region, label));
}

const definitionsOf = (document: CourseDocument): Definitions =>
  getOrSet(known, document, () => {
    const definitions = new Map<string, DemoDefinition | undefined>();
    // Most documents define none, and then no label has to be read.
    if (!document.references.some(({ source }) => mayLead.test(source.text))) return definitions;
    for (const { source, region } of document.references) {
      const read = readReferenceDefinition(source.text);
      if (!read) continue;
      const { labelSpan, targetSpan } = read;
      const key = keyOf(region, source.text.slice(labelSpan.start, labelSpan.end));
      // Of two definitions of a label the first stands.
      if (definitions.has(key)) continue;
      const leads = /^demo:/i.test(source.text.slice(targetSpan.start, targetSpan.end));
      const writtenSpan = { start: targetSpan.start + 'demo:'.length, end: targetSpan.end };
      definitions.set(key, leads ? { source, writtenSpan } : undefined);
    }
    return definitions;
  });

const mayLead = /\]:\s*<?demo:/i;

/** Labels are the same whatever their case and blanks. */
const keyOf = (region: number, label: string): string => `${region} ${label.trim().replace(/\s+/g, ' ').toLowerCase()}`;
