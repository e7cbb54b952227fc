import type { Span, TextChange } from '../text/span';
import type { DiagramLabel } from './diagram-symbols';
import type { ReadType } from './diagram-type';
import { labelSource, quotedLabel } from './label-source';
import { languageNamed } from './languages/languages';

/** What stands before a label that may be put in quotes: a bracket, a pipe, or the first half of a flowchart's link. */
const takesQuotes = /(?:[([{|>/\\]|--|==|-\.)[ \t]*$/;

/**
 * Writes a text over a part of a label. Where the text could read as syntax the whole label goes in quotes, unless the
 * picture would show them, as it does in a message or a description.
 */
export function labelChange(
  text: string,
  type: ReadType,
  label: DiagramLabel,
  span: Span,
  newText: string,
): TextChange {
  const quotable = languageNamed(type)?.quotedTexts || takesQuotes.test(text.slice(0, label.span.start));
  if (label.quoted || !quotable || labelSource(newText) === newText) return { span, newText };
  const whole = text.slice(label.span.start, span.start) + newText + text.slice(span.end, label.span.end);
  return { span: label.span, newText: quotedLabel(whole) };
}
