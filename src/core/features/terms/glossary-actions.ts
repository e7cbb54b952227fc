import { CodeActionKind } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { plainText } from '../../course/inline/plain-text';
import { inlineAt } from '../../course/inline-at';
import { isProseAt } from '../../course/prose-at';
import { type Glossary, glossaryOf } from '../../glossary/glossary';
import { entryChange, entryText, type NewTerm } from '../../glossary/new-entry';
import { isAcronym, readTermName, spells } from '../../glossary/term-name';
import { say } from '../../l10n/say';
import { symbolsIn } from '../../mermaid/symbols-in';
import { contains, type Span } from '../../text/span';
import type { CourseAction } from '../course-action';
import type { FeatureContext } from '../feature-context';

const longestTerm = 80;
const word = /[\p{L}\p{N}]+/gu;

/** `Add to glossary` for a selection or a node, `Define` for an acronym that no entry explains. */
export async function glossaryActions(context: FeatureContext, selection: Span): Promise<CourseAction[]> {
  const { document, course } = context;
  const glossary = glossaryOf(course);
  const { term, title } =
    nodeTerm(document, selection) ??
    (selection.end > selection.start ? selectedTerm(document, selection) : acronymTerm(document, selection.start)) ??
    {};
  if (!term || !title || isKnown(term, glossary, document.uri)) return [];
  const action = await definingAction(context, glossary, term, title);
  return action ? [action] : [];
}

interface Proposal {
  readonly term: NewTerm;
  readonly title: string;
}

const adding = (term: NewTerm): Proposal => ({ term, title: say`Add “${term.term}” to the glossary` });

function selectedTerm(document: CourseDocument, { start, end }: Span): Proposal | undefined {
  if (end - start > longestTerm || !isProseAt(document, start) || !isProseAt(document, end)) return undefined;
  const source = inlineAt(document, start)?.source;
  const first = source?.toInner(start);
  const last = source?.toInner(end);
  if (!source || first === undefined || last === undefined) return undefined;
  const written = source.text.slice(first, last);
  if (written.trim() === '' || /[\r\n]/.test(written.trim())) return undefined;
  const name = readTermName(plainText(written));
  return name && adding({ ...name, acronym: name.acronym ?? acronymBehind(name.term, source.text.slice(last)) });
}

/** `(AC)` right behind a name that it spells. */
function acronymBehind(term: string, text: string): string | null {
  const acronym = /^[*_]*\s?\(([\p{L}\p{N}]{2,10})\)/u.exec(text)?.[1];
  return acronym && isAcronym(acronym) && spells(acronym, term) ? acronym : null;
}

/** A diagram's node: its label is the name, its id the acronym if it looks like one. */
function nodeTerm(document: CourseDocument, selection: Span): Proposal | undefined {
  for (const diagram of document.diagrams) {
    if (!contains(diagram.contentSpan, selection.start)) continue;
    const at = diagram.content.toInner(selection.start);
    if (at === undefined) return undefined;
    const node = symbolsIn(diagram).nodes.find(
      ({ occurrences, labels }) =>
        occurrences.some(({ span }) => contains(span, at)) || labels.some(({ span }) => contains(span, at)),
    );
    const name = node && readTermName(node.label?.text ?? '');
    if (!node || !name) return undefined;
    const acronym = name.acronym ?? (isAcronym(node.id) && node.id.length > 1 ? node.id : null);
    return adding({ term: name.term, acronym, emoji: name.emoji });
  }
  return undefined;
}

/** A word in capitals, with what it stands for where the text around it says so: `Mixture of Experts (MoE)`. */
function acronymTerm(document: CourseDocument, offset: number): Proposal | undefined {
  if (!isProseAt(document, offset)) return undefined;
  const inline = inlineAt(document, offset);
  const at = inline?.source.toInner(offset);
  if (!inline || at === undefined) return undefined;
  const found = [...inline.source.text.matchAll(word)].find(
    ({ 0: text, index }) => index <= at && at <= index + text.length,
  );
  const acronym = found?.[0].replace(/(?<=\p{Lu})s$/u, '');
  if (!acronym || !/\p{Lu}.*\p{Lu}/u.test(acronym) || !isAcronym(acronym)) return undefined;
  const term = document.inlines.map(({ source }) => spelledOut(acronym, source.text)).find(Boolean);
  return {
    term: { term: term ?? acronym, acronym: term ? acronym : null, emoji: null },
    title: say`Define ${acronym}`,
  };
}

/** The words before `(AC)` whose initials spell it. */
function spelledOut(acronym: string, text: string): string | undefined {
  const bracket = text.indexOf(`(${acronym})`);
  if (bracket < 0) return undefined;
  const before = [...plainText(text.slice(0, bracket)).matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)].slice(
    -2 * acronym.length,
  );
  const source = before[0]?.input ?? '';
  for (let first = before.length - 1; first >= 0; first--) {
    const phrase = source.slice(before[first]!.index).trim();
    if (spells(acronym, phrase)) return phrase;
  }
  return undefined;
}

const isKnown = ({ term, acronym }: NewTerm, glossary: Glossary, uri: string): boolean =>
  glossary.named(term, uri) !== undefined || glossary.withAcronym(acronym ?? term, uri).length > 0;

/** Into the document's own glossary, else the largest of the course, else a new file. */
async function definingAction(
  { document, course }: FeatureContext,
  glossary: Glossary,
  term: NewTerm,
  title: string,
): Promise<CourseAction | undefined> {
  const kind = CodeActionKind.RefactorExtract;
  const size = (uri: string) => glossary.file(uri)?.entries.filter(({ form }) => form === 'bold').length ?? 0;
  const uris = glossary.uris.filter((uri) => uri !== document.uri && size(uri) > 0).sort((a, b) => size(b) - size(a));
  for (const uri of [document.uri, ...uris]) {
    const target = uri === document.uri ? document : await course.document(uri);
    const change = target && entryChange(target, glossary.file(uri)?.entries ?? [], term);
    if (!change) continue;
    return { title, kind, edits: [{ uri, range: target.lines.rangeOf(change.span), newText: change.newText }] };
  }
  const uri = `${course.root}/glossary.md`;
  if (await course.exists(uri)) return undefined;
  return { title, kind, edits: [], creates: { uri, text: `# Glossary\n\n- ${entryText(term)}\n` } };
}
