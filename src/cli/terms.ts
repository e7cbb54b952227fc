import type { Range } from 'vscode-languageserver-types';
import { glossaryOf } from '../core/glossary/glossary';
import type { Span } from '../core/text/span';
import { oneOf, readArguments } from './arguments';
import { openSession, relativeUri } from './session';

interface PlaceJson {
  readonly path: string;
  readonly range: Range;
}

interface TermJson extends PlaceJson {
  readonly term: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
  readonly aliases: readonly string[];
  readonly definition: string | null;
  readonly uses: readonly PlaceJson[];
  readonly nodes: readonly PlaceJson[];
}

/** `coursewright terms`: what the named files define, and where in their course it is used. */
export async function terms(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { format: { type: 'string', default: 'text' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const session = await openSession(positionals);
  try {
    await session.loadCourses();
    const found = session.files.flatMap(({ uri }) => termsOf(session, uri));
    process.stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : found.map(line).join(''));
    return session.unreadable > 0 ? 2 : 0;
  } finally {
    await session.judge.dispose();
  }
}

function termsOf({ service }: Awaited<ReturnType<typeof openSession>>, uri: string): TermJson[] {
  const glossary = glossaryOf(service.courseOf(uri));
  const place = (of: string, span: Span): PlaceJson => ({
    path: relativeUri(of),
    range: glossary.file(of)!.places.rangeOf(span),
  });
  return (glossary.file(uri)?.entries ?? []).map((entry) => {
    const term = glossary.named(entry.term);
    const uses = term ? [...glossary.usesOf(term)] : [];
    const places = (kind: string) => uses.filter((use) => use.kind === kind).map((use) => place(use.uri, use.span));
    return {
      term: entry.term,
      acronym: entry.acronym,
      emoji: entry.emoji,
      aliases: entry.aliases,
      definition: entry.definition,
      ...place(uri, entry.span),
      uses: places('prose'),
      nodes: places('node'),
    };
  });
}

function line({ term, acronym, emoji, definition, path, range, uses, nodes }: TermJson): string {
  const name = `${emoji ? `${emoji} ` : ''}${term}${acronym ? ` (${acronym})` : ''}`;
  const used = `${uses.length} in prose, ${nodes.length} in diagrams`;
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${name}: ${definition ?? '–'} [${used}]\n`;
}
