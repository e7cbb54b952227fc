import type { CourseDocument, Diagram } from '../../course/course-document';
import type { CourseEdit } from '../../course/course-edit';
import { say } from '../../l10n/say';
import type { MermaidJudge } from '../../mermaid/judge';
import { languageNamed } from '../../mermaid/languages/languages';
import { symbolsOf } from '../../mermaid/scan-diagram';
import { scanIn } from '../../mermaid/symbols-in';
import { isReserved, noWords } from '../../mermaid/vocabulary';
import { applyChanges, type Span } from '../../text/span';
import type { FeatureContext } from '../feature-context';
import { RenameRefused } from '../rename-refused';
import type { RenameSubject } from '../renamer';
import { nodePlaces } from './node-places';
import { type DiagramPlace, diagramPlace, isTerm, placesOf, type SymbolAt, symbolAt } from './symbol-at';

/** The id or style class that a rename at an offset would change. */
export function prepareDiagramRename(context: FeatureContext, offset: number): RenameSubject | undefined {
  const found = renamableAt(context, offset);
  if (!found) return undefined;
  const span = found.place.diagram.content.spanToOuter(found.symbol.span);
  return { range: context.document.lines.rangeOf(span), placeholder: nameOf(found.symbol) };
}

/**
 * Renames the id or style class at an offset: all its places in its diagram, and an id in every diagram of the course
 * where it is the same node.
 * @throws {RenameRefused} when the new name could not stand in its place
 */
export async function renameInDiagrams(
  context: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const found = renamableAt(context, offset);
  if (!found) return undefined;
  const { place, symbol } = found;
  if (newName === nameOf(symbol)) return [];
  const targets = await targetsOf(context, place.diagram, symbol);
  for (const target of targets) await prove(target, symbol, newName, context.judge);
  return targets.flatMap(({ document, diagram, spans }) =>
    spans.map((span): CourseEdit => {
      const change = diagram.content.change(span, newName);
      if (!change) throw new RenameRefused(say`${nameOf(symbol)} is put together by the program around it.`);
      return { uri: document.uri, range: document.lines.rangeOf(change.span), newText: change.newText };
    }),
  );
}

interface Target {
  readonly document: CourseDocument;
  readonly diagram: Diagram;
  readonly spans: readonly Span[];
}

async function targetsOf(context: FeatureContext, diagram: Diagram, symbol: SymbolAt): Promise<Target[]> {
  if (symbol.kind === 'class') return [{ document: context.document, diagram, spans: placesOf(symbol) }];
  const places = await nodePlaces(context, diagram, symbol.node);
  return places.map(({ document, diagram, node }) => ({
    document,
    diagram,
    spans: node.occurrences.map(({ span }) => span),
  }));
}

/** An id that is an acronym is the glossary's: its rename goes further. */
function renamableAt(context: FeatureContext, offset: number): { place: DiagramPlace; symbol: SymbolAt } | undefined {
  const place = diagramPlace(context.document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol || symbol.kind === 'label' || isTerm(context, symbol, offset)) return undefined;
  return { place, symbol };
}

const nameOf = (symbol: SymbolAt): string => (symbol.kind === 'class' ? symbol.styleClass.name : symbol.node.id);

/** Refuses a name that is taken, reserved, or would be read as anything but the same name in the same places. */
async function prove(target: Target, symbol: SymbolAt, newName: string, judge: MermaidJudge): Promise<void> {
  const { content } = target.diagram;
  const { type, symbols } = scanIn(target.diagram);
  const isClass = symbol.kind === 'class';
  const names = isClass ? symbols.classes.map(({ name }) => name) : symbols.nodes.map(({ id }) => id);
  if (names.includes(newName)) throw new RenameRefused(say`${newName} is already taken in this diagram.`);
  if (!isClass && isReserved(languageNamed(type)?.words ?? noWords, newName)) {
    throw new RenameRefused(say`${newName} is a word of Mermaid’s language and cannot be an id.`);
  }
  const changes = target.spans.map((span) => ({ span, newText: newName }));
  const renamed = applyChanges(content.text, changes);
  const reads = standsIn(renamed, symbol, newName, target.spans);
  if (!reads || ((await isGood(judge, content.text)) && (await isGood(judge, renamed)) === false)) {
    throw new RenameRefused(say`Mermaid would not read ${newName} as one name in place of ${nameOf(symbol)}.`);
  }
}

/** Whether the renamed text reads as before, with the new name in the places of the old. */
function standsIn(renamed: string, symbol: SymbolAt, newName: string, spans: readonly Span[]): boolean {
  const { nodes, classes } = symbolsOf(renamed);
  const found =
    symbol.kind === 'class'
      ? classes.find(({ name }) => name === newName)?.occurrences
      : nodes.filter(({ id }) => id === newName).flatMap(({ occurrences }) => occurrences.map(({ span }) => span));
  if (found?.length !== spans.length) return false;
  let shift = 0;
  return spans.every(({ start, end }, index) => {
    const stands = found[index]!.start === start + shift;
    shift += newName.length - (end - start);
    return stands;
  });
}

/** Mermaid's own verdict; undefined where it cannot be asked. */
async function isGood(judge: MermaidJudge, text: string): Promise<boolean | undefined> {
  const verdict = await judge.judge(text).catch(() => undefined);
  return verdict && verdict.kind === 'good';
}
