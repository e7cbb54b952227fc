import type { Cancellation } from '../cancellation';
import type { Span } from '../text/span';
import type { Line } from './breaks/line';
import type { DiagramProblem } from './diagram-problem';
import type { ReadType } from './diagram-type';
import type { MermaidJudge, ShownText } from './judge';
import { dataUnseen, signsInData } from './lost-data';
import { type LostSuspect, signsInText } from './lost-signs';
import { messagesUnseen, signsInTitle, textsUnseen } from './lost-titles';
import { difference, inkOf } from './shown-difference';

/** Beyond this many lines, more are not worth an author's wait. */
const mostLines = 20;

/**
 * Text that is written and does not appear in the picture. What may be read as something else (`#`, `;`, a tag) is
 * written so that it cannot be, and the pictures are compared: only what comes to light was lost.
 */
export async function lostTexts(
  text: string,
  type: ReadType,
  judge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem[]> {
  const suspects = [
    ...signsInTitle(text),
    ...messagesUnseen(text, type),
    ...signsInData(text, type),
    ...signsInText(text, type),
  ].slice(0, mostLines);
  const unseen = [...textsUnseen(text, type), ...dataUnseen(text, type)];
  const before = suspects.length + unseen.length > 0 ? await judge.show(text, cancellation) : undefined;
  if (!before) return [];
  const pictures = before.map((shown) => inkOf(shown.text));
  const roles = new Set(before.map(({ role }) => role));
  const found: DiagramProblem[] = unseen
    .filter(({ role }) => !roles.has(role))
    .map(({ span, message }) => ({ code: 'mermaid.lost-text', span, message, fixes: [], atMost: 'information' }));
  for (const suspect of suspects) {
    // Most often the sign is drawn as it stands, and nothing need be tried.
    if (pictures.some((picture) => picture.includes(suspect.around)) !== Boolean(suspect.without)) continue;
    const problem = await tried(text, suspect, before, judge, cancellation);
    if (problem) found.push(problem);
  }
  return found;
}

async function tried(
  text: string,
  suspect: LostSuspect,
  before: readonly ShownText[],
  judge: MermaidJudge,
  cancellation?: Cancellation,
): Promise<DiagramProblem | undefined> {
  const { line, span, message, atMost } = suspect;
  for (const way of suspect.ways) {
    const after = await judge.show(text.slice(0, line.start) + way.line + text.slice(line.end), cancellation);
    if (!after || !bringsToLight(before, after, suspect.without)) continue;
    const change = narrowed(line, way.line);
    return {
      code: 'mermaid.lost-text',
      span,
      message,
      fixes: way.title === undefined ? [] : [{ title: way.title, safe: true, changes: [change] }],
      ...(atMost && { atMost }),
    };
  }
  return undefined;
}

/** Whether the second picture says all that the first does, and more of it as one text. */
function bringsToLight(
  before: readonly ShownText[],
  after: readonly ShownText[],
  without: LostSuspect['without'],
): boolean {
  const { gone, come } = difference(before, after);
  const isOnEdge = ({ role }: ShownText): boolean => role === 'edge';
  if (come.length === 0 || (gone.length > 0 && gone.some(isOnEdge) !== come.some(isOnEdge))) return false;
  const ink = (texts: readonly ShownText[]) => inkOf(texts.map(({ text }) => text).join(''));
  const [had, has] = [ink(gone), ink(come)];
  if (without) return without(had) === has && !/<br/i.test(has);
  // `<` in a git graph is drawn as `&lt;`.
  if (/&[lg]t;/.test(had) && had.replaceAll('&lt;', '<').replaceAll('&gt;', '>') === has) return true;
  if (come.length < gone.length) return sorted(had) === sorted(has);
  return has.length > had.length && isWithin(had, has);
}

const sorted = (text: string): string => [...text].sort().join('');

/** Whether all characters of the first stand in the second, in order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (short.startsWith(character, at)) at += character.length;
  return at === short.length;
}

/** The change of a line without what stays at both ends. */
function narrowed(line: Line, newText: string): { span: Span; newText: string } {
  const old = line.text;
  let start = 0;
  while (start < old.length && old[start] === newText[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, newText.length) - start && old.at(-1 - end) === newText.at(-1 - end)) end++;
  return {
    span: { start: line.start + start, end: line.start + old.length - end },
    newText: newText.slice(start, newText.length - end),
  };
}
