import type { Position, Range } from 'vscode-languageserver-types';
import { RenameRefused } from '../../src/core/features/rename-refused';
import { overlaps } from '../../src/core/text/span';
import type { Trial } from './trial';

/** Every question about a whole file, by its name. */
export async function answersAbout(asked: Trial): Promise<Record<string, unknown>> {
  const { service, uri, document } = asked;
  const whole = { start: 0, end: document.text.length };
  return {
    diagnostics: await asked.diagnostics(),
    documentSymbols: await service.documentSymbols(uri),
    documentLinks: await service.documentLinks(uri),
    folding: await service.folding(uri),
    semanticTokens: await service.semanticTokens(uri),
    inlayHints: await service.inlayHints(uri, whole),
    codeLenses: await service.codeLenses(uri),
    listDemos: await service.listDemos(uri),
    listOutline: await service.listOutline(uri),
    listTerms: await service.listTerms(uri),
    listGlossary: service.listGlossary(),
    listSkills: await service.listSkills(),
    panelContents: await service.panelContents(uri),
    panelLesson: await service.panelLesson(uri),
    workspaceSymbols: service.workspaceSymbols(''),
    fixAll: await service.fixAll(uri),
    sharedState: service.sharedState(uri),
  };
}

/** Every question about one place. */
export async function answersAt({ service, uri, document }: Trial, offset: number): Promise<Record<string, unknown>> {
  const position = document.lines.positionAt(offset);
  return {
    hover: await service.hover(uri, position),
    completion: await service.completion(uri, position, { snippets: true }),
    definition: await service.definition(uri, position),
    references: await service.references(uri, position, true),
    documentHighlights: await service.documentHighlights(uri, position),
    prepareRename: await service.prepareRename(uri, position),
    rename: await service.rename(uri, position, 'Other').catch(refusal),
    linkedEditing: await service.linkedEditing(uri, position),
    selectionRanges: await service.selectionRanges(uri, [position]),
    refactorings: await service.refactorings(uri, { start: offset, end: offset }),
  };
}

/** A refused rename is an answer; any other failure is ours. */
export function refusal(error: unknown): string {
  if (error instanceof RenameRefused) return error.message;
  throw error;
}

/** What is wrong with the shape of answers: ranges outside the text, changes that overlap, sentences without words. */
export async function faults(asked: Trial, answers: Readonly<Record<string, unknown>>): Promise<string[]> {
  const { document, uri } = asked;
  const found: string[] = [];
  const walk = (value: unknown, question: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, question);
    else if (typeof value === 'object' && value !== null) {
      if ('uri' in value && value.uri !== uri) return;
      if ('targetUri' in value && value.targetUri !== uri) return;
      if (isRange(value) && !isInside(value)) found.push(`${question}: ${JSON.stringify(value)} is outside the text`);
      for (const [key, one] of Object.entries(value)) walk(one, `${question}.${key}`);
    }
  };
  const isInside = ({ start, end }: Range): boolean =>
    [start, end].every((at) => isPlace(at)) && document.lines.offsetAt(start) <= document.lines.offsetAt(end);
  const isPlace = ({ line, character }: Position): boolean =>
    line >= 0 &&
    line < document.lines.lineCount &&
    character >= 0 &&
    character <= document.lines.lineEnd(line) - document.lines.lineStart(line);
  for (const [question, answer] of Object.entries(answers)) walk(answer, question);

  for (const { code, span, message, fixes } of await asked.diagnostics()) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= document.text.length))
      found.push(`${code}: ${span.start} to ${span.end} is outside the text`);
    if (message.trim() === '' || /undefined|\[object|NaN|TypeError|Cannot read/.test(message))
      found.push(`${code}: says ‘${message}’`);
    for (const { title, changes } of fixes) {
      if (changes.length === 0) found.push(`${code}: ${title}: changes nothing`);
      for (const [i, one] of changes.entries())
        if (changes.some((other, j) => j > i && overlaps(one.span, other.span)))
          found.push(`${code}: ${title}: changes overlap`);
    }
  }
  return found;
}

const isRange = (value: object): value is Range =>
  'start' in value && 'end' in value && typeof value.start === 'object' && typeof value.end === 'object';
