import { pictureColours } from '../core/export/picture-colours';
import type { ConceptGraph, ConceptNode } from '../core/map/concept-graph';
import { filterGraph } from '../core/map/filter-graph';
import { findConcept, nearConcepts } from '../core/map/find-concept';
import { findPath } from '../core/map/find-path';
import { tooLargeForMermaid } from '../core/map/formats/mermaid';
import { graphFormats, graphText } from '../core/map/graph-text';
import { complain } from '../host/for-terminal';
import { HumanError } from '../host/human-error';
import { createOwnPictureDrawer } from '../host/own-workers';
import { openSession, relativeUri, type Session } from '../session/session';
import { oneOf, readArguments, usage } from './arguments';
import { interruptibly } from './interrupted';
import { pathText } from './path-text';
import { readingText } from './reading-text';
import { say } from './say';
import { sayUnreadNotebooks } from './say-unread-notebooks';

/** `svg` is the Mermaid text, drawn. */
const formats = [...graphFormats, 'svg'] as const;
type Format = (typeof formats)[number];

/** `coursewright map`: the diagrams of the named files merged into one, or the way through it from one concept to another. */
export async function map(args: readonly string[]): Promise<number> {
  const { ends, rest } = takePath(args);
  const { values, positionals } = readArguments(rest, {
    format: { type: 'string' },
    around: { type: 'string' },
    hops: { type: 'string' },
    edge: { type: 'string' },
  });
  const format = values.format === undefined ? undefined : oneOf('--format', values.format, formats);
  if (values.hops !== undefined && values.around === undefined) {
    throw new HumanError(`--hops counts from the concept that --around names\n\n${usage}`);
  }
  if (!/^\d+$/.test(values.hops ?? '1')) throw new HumanError(`--hops is a whole number\n\n${usage}`);

  const session = await openSession(positionals);
  try {
    const unread = await sayUnreadNotebooks(session);
    const all = await interruptibly(async (signal) => {
      await session.loadCourses(signal);
      return session.service.conceptGraph(
        session.files.map(({ uri }) => uri),
        signal,
      );
    });
    const around =
      values.around === undefined ? undefined : { id: idOf(all, values.around), hops: Number(values.hops ?? 1) };
    const graph = filterGraph(all, { edgeLabel: values.edge, around });
    if (!ends) await sayGraph(graph, format ?? 'mermaid');
    else if (!(await sayWay(graph, ends, format, session))) return session.incomplete ? 2 : 1;
    return session.incomplete || unread ? 2 : 0;
  } finally {
    await session.dispose();
  }
}

/** The way through the diagrams and, as text, what to read: either may be missing. Says whether there was anything to say. */
async function sayWay(
  graph: ConceptGraph,
  ends: readonly [string, string],
  format: Format | undefined,
  session: Session,
): Promise<boolean> {
  const { service, files } = session;
  const list = files[0] && !format ? await service.readingList(files[0].uri, ...ends) : undefined;
  const [from, to] = ends.map((name) => findConcept(graph, name));
  const path = from && to && findPath(graph, from.id, to.id);
  if (path && format) await sayGraph(path.graph, format);
  else if (path) await say(pathText(path, relativeUri));
  if (list) await say(`${path ? '\n' : ''}${readingText(list, relativeUri)}`);
  if (path || list) return true;
  if (!format && (await sayOneLesson(graph, ends, session))) return true;
  const [start, end] = [nodeOf(graph, ends[0]), nodeOf(graph, ends[1])];
  complain(`no arrows join “${start.label}” and “${end.label}”`);
  return false;
}

/**
 * Where no list leads from one name to the other: whether both are of one lesson, which is said then.
 * @throws HumanError of a name that means no lesson and no node
 */
async function sayOneLesson(
  graph: ConceptGraph,
  ends: readonly [string, string],
  { service, files }: Session,
): Promise<boolean> {
  const [first] = files;
  if (!first) return false;
  const lessons = await Promise.all(ends.map((name) => service.lessonCalled(first.uri, name)));
  for (const [i, name] of ends.entries()) {
    if (lessons[i]!.uri !== undefined || findConcept(graph, name)) continue;
    const { definedIn } = lessons[i]!;
    if (definedIn !== undefined) {
      const where = `its definition stands in ${relativeUri(definedIn)}`;
      throw new HumanError(`no diagram of these files shows “${name}”, and no lesson introduces it; ${where}`);
    }
    const near = [...new Set([...nearConcepts(graph, name), ...lessons[i]!.near])];
    throw new HumanError(`no diagram of these files shows “${name}”, and no lesson is called so${slipOf(near)}`);
  }
  const uri = lessons[0]!.uri;
  if (uri === undefined || lessons[1]!.uri !== uri) return false;
  await say(`Nothing is left to read: both are of one lesson (${relativeUri(uri)}).\n`);
  return true;
}

const slipOf = (near: readonly string[]): string =>
  near.length > 0 ? `; did you mean ${near.map((label) => `“${label}”`).join(' or ')}?` : '';

async function sayGraph(graph: ConceptGraph, format: Format): Promise<void> {
  if (format === 'svg') {
    await saySvg(graphText(graph, 'mermaid', relativeUri));
    return;
  }
  const text = graphText(graph, format, relativeUri);
  const warning = format === 'mermaid' ? tooLargeForMermaid(graph, text) : undefined;
  if (warning) complain(warning);
  await say(text, 'file');
}

async function saySvg(mermaid: string): Promise<void> {
  const drawer = createOwnPictureDrawer();
  try {
    const drawn = await interruptibly((signal) =>
      drawer.draw({ text: mermaid, colours: pictureColours.light }, signal),
    );
    if ('why' in drawn) throw new HumanError(`the map is not drawn: ${drawn.why}`);
    await say(`${drawn.svg}\n`, 'file');
  } finally {
    await drawer.dispose();
  }
}

/** `--path` takes two names, which the parser of Node cannot. */
function takePath(args: readonly string[]) {
  const at = args.indexOf('--path');
  if (at < 0) return { ends: undefined, rest: args };
  const [from, to] = args.slice(at + 1);
  if (from === undefined || to === undefined || from.startsWith('--') || to.startsWith('--')) {
    throw new HumanError(`--path takes two names: where to begin and where to arrive\n\n${usage}`);
  }
  return { ends: [from, to] as const, rest: [...args.slice(0, at), ...args.slice(at + 3)] };
}

const idOf = (graph: ConceptGraph, name: string): string => nodeOf(graph, name).id;

function nodeOf(graph: ConceptGraph, name: string): ConceptNode {
  const found = findConcept(graph, name);
  if (found) return found;
  throw new HumanError(`no diagram of these files shows “${name}”${slipOf(nearConcepts(graph, name))}`);
}
