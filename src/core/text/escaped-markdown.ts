/** Text that markdown is to show as it is, on one line. */
export const escapedMarkdown = (text: string): string => unlinked(text.replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&'));

/**
 * Text of a paragraph that markdown is to show as it is, on one line and with no more backslashes than it takes: a
 * definition is read in plain text too.
 */
export function lightlyEscaped(text: string): string {
  const escaped = text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[`[\]*]|<(?=[a-z/!?])|&(?=[a-z\d#]+;)|~(?=\S)|(?<=\S)~/gi, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
  return unlinked(escaped);
}

/** Readers make a link of a bare address, and take the backslash behind it for a part of it. */
const unlinked = (text: string): string =>
  text
    .replace(/(?<=:\/)\/|(?<=www)\./gi, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();

/** Escaped text for a link's brackets: there, some readers undo backslashes before they look for links once more. */
export const inBrackets = (escaped: string): string =>
  escaped.replace(/\\([[\]])/g, (_, bracket: string) => (bracket === '[' ? '&#91;' : '&#93;'));

/** Where a link leads, behind its text in brackets. */
export const destination = (uri: string): string =>
  `(${uri.replace(/[()<>\s\\|]/g, (char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)})`;

/** Code in a line, as it is. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const marks = '`'.repeat(longestRun(line) + 1);
  return line.trim() === '' ? '' : /^[`\s]|[`\s]$/.test(line) ? `${marks} ${line} ${marks}` : marks + line + marks;
}

/** Code on lines of its own, as it is. */
export function codeBlock(text: string, language = ''): string {
  const marks = '`'.repeat(Math.max(2, longestRun(text)) + 1);
  return `${marks}${language}\n${text.replace(/\r\n?|\n$/g, (end) => (end === '\n' ? '' : '\n'))}\n${marks}`;
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
