import type { ListedTerm, Place } from '../core/features/terms/list-terms';
import { openSession, relativeUri } from '../session/session';
import { oneOf, readArguments } from './arguments';
import { noneIn } from './none-in';
import { say } from './say';
import { sayUnreadNotebooks } from './say-unread-notebooks';

/** `coursewright terms`: what the named files define, and where in their course it is used. */
export async function terms(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const session = await openSession(positionals);
  try {
    const unread = await sayUnreadNotebooks(session);
    await session.loadCourses();
    const found = session.files.flatMap(({ uri }) => session.service.listTerms(uri)).map(toJson);
    const text = () => (found.length === 0 ? noneIn('terms', session.files) : found.map(line).join(''));
    await say(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : text());
    return session.incomplete || unread ? 2 : 0;
  } finally {
    await session.dispose();
  }
}

const placeJson = ({ uri, range }: Place) => ({ path: relativeUri(uri), range });

function toJson({ uri, range, uses, nodes, ...entry }: ListedTerm) {
  return { ...entry, ...placeJson({ uri, range }), uses: uses.map(placeJson), nodes: nodes.map(placeJson) };
}

function line({ term, acronym, emoji, definition, path, range, uses, nodes }: ReturnType<typeof toJson>): string {
  const name = `${emoji ? `${emoji} ` : ''}${term}${acronym ? ` (${acronym})` : ''}`;
  const used = `${uses.length} in prose, ${nodes.length} in diagrams`;
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${name}: ${definition ?? '–'} [${used}]\n`;
}
