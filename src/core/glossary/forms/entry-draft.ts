import { detached } from '../../text/detached';
import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import { definitionText } from '../definition-text';
import type { EntryField, GlossaryEntry } from '../glossary-entry';
import type { TermName } from '../term-name';

/** An entry whose places are offsets of `source`, the text it was found in. */
export interface EntryDraft {
  readonly source: EmbeddedText;
  readonly form: GlossaryEntry['form'];
  readonly name: TermName;
  /** Where the name, as given to `readTermName`, begins. */
  readonly nameStart: number;
  /** Where the entry begins, decoration before the name included. */
  readonly start: number;
  /** The definition as it stands; an empty span when there is none. */
  readonly definition: Span;
  /** What the definition says, where that is not what stands there (`\\|` in a table). */
  readonly says?: string;
  /** Where the entry ends, if that is behind its definition. */
  readonly end?: number;
  readonly fields?: readonly EntryField[];
  readonly scope: number | null;
  readonly announced: boolean;
}

/** The entry in document offsets. */
export function entryOf(draft: EntryDraft): GlossaryEntry {
  const { source, name, nameStart, start } = draft;
  const written = source.text.slice(draft.definition.start, draft.definition.end);
  const text = definitionText(draft.says ?? written);
  const lead = written.length - written.trimStart().length;
  const definition = { start: draft.definition.start + lead, end: draft.definition.start + written.trimEnd().length };
  const place = (span: Span): Span => source.spanToOuter({ start: nameStart + span.start, end: nameStart + span.end });
  const lastOfName = nameStart + Math.max(name.span.end, name.acronymSpan?.end ?? 0);
  return Object.freeze({
    term: detached(name.term),
    acronym: name.acronym && detached(name.acronym),
    emoji: name.emoji && detached(name.emoji),
    label: detached(labelOf(name)),
    aliases: name.aliases.map(detached),
    definition: text && detached(text),
    form: draft.form,
    fields: (draft.fields ?? []).map(({ label, text }) => ({
      label: detached(label),
      text: detached(definitionText(text) ?? ''),
    })),
    scope: draft.scope,
    announced: draft.announced,
    span: source.spanToOuter({ start, end: Math.max(lastOfName, text === null ? 0 : definition.end, draft.end ?? 0) }),
    nameSpan: place(name.span),
    acronymSpan: name.acronymSpan && place(name.acronymSpan),
    definitionSpan: text === null ? null : source.spanToOuter(definition),
  });
}

const labelOf = ({ term, emoji, emojiLast }: TermName): string =>
  emoji === null ? term : emojiLast ? `${term} ${emoji}` : `${emoji} ${term}`;
