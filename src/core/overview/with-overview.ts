import { overviewMarkers, overviewPart } from '../course/overview-part';

/** A file's text with a new overview between its markers; behind all else where it has none yet. */
export function withOverview(text: string, overview: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const part = `${overviewMarkers.begin}\n\n${overview.trimEnd()}\n\n${overviewMarkers.end}`.replaceAll('\n', eol);
  const old = overviewPart(text);
  if (old) return text.slice(0, old.start) + part + text.slice(old.end);
  if (text.trim() === '') return `${part}${eol}`;
  return `${text}${text.endsWith('\n') ? '' : eol}${eol}${part}${eol}`;
}
