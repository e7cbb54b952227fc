import { type ParseError, parse } from 'jsonc-parser';

/** What a course's own settings file states, keys without the prefix: all that can be read of it. */
export function settingsOfText(text: string): Readonly<Record<string, unknown>> {
  const errors: ParseError[] = [];
  const read: unknown = parse(text, errors, { allowTrailingComma: true });
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
}
