import type { CourseDocument, Inline, Table } from '../../course/course-document';
import { emojiOf, withoutEmoji } from '../../text/emoji';
import type { GlossaryEntry } from '../glossary-entry';
import { ownScopeAt, sectionAt } from '../glossary-sections';
import type { Announcement } from '../glossary-title';
import { readTermName } from '../term-name';
import { entryOf } from './entry-draft';

const termTitle =
  /^(?:(?:key )?terms?|concepts?|words?|expressions?|begriffe?|fachbegriffe?|termes?|mots?|términos?|termos?|(?:[\p{Script=Han}]{2}(?:原文)?)?(?:术语|術語|名词|名詞|词汇)|用語|термины?|용어|(?:ال)?مصطلح(?:ات)?(?: .{1,30})?|(?:ال)?كلمة)$/u;
const nameTitle =
  /^(?:names?|nodes?|entry|entries|relationships?|edges?|edge labels?|topics?|konzepte?|conceptos?|conceitos?|概念|понятие|개념)$/;
const acronymTitle = /^(?:acronyms?|abbreviations?|abbr\.?|short(?: form)?|symbols?|ids?)$/;
/** What is short for something, and no sign or number of it. */
const shortTitle = /^(?:acronyms?|abbreviations?|abbr\.?)$/;
const definitionTitle =
  /^(?:definitions?|meanings?|explanations?|definition(?:en)?|bedeutung|erklärung|définitions?|signification|explication|definición|significado|explicación|definição|explicação|定义|定義|含义|解释|意味|определение|значение|정의|의미|(?:ال)?(?:تعريف|معنى|شرح))$/u;
const descriptionTitle =
  /^(?:descriptions?|stands for|what it (?:is|means|does)|translations?|beschreibung|übersetzung|descripción|traducción|traduction|descrição|tradução|说明|描述|(?:中文)?(?:翻译|译名|译文)|説明|訳語?|описание|перевод|설명|번역|(?:ال)?(?:مقابل|ترجمة|وصف)(?: .{1,30})?)$/u;
const emojiTitle = /^(?:emojis?|icons?)$/;

interface Columns {
  readonly term: number;
  readonly definition: number;
  readonly acronym: number;
  readonly emoji: number;
  /** Whether its titles say that it is a glossary; a table of two languages may be none. */
  readonly known: boolean;
}

/** A name and what it means, whatever the titles are called. */
const byPlace: Columns = { term: 0, definition: 1, acronym: -1, emoji: -1, known: false };

/** Tables headed Term and Definition; under a heading that announces terms also Name and Description. */
export function* tableEntries(document: CourseDocument): Iterable<GlossaryEntry> {
  for (const table of document.tables) {
    const columns = columnsOf(table, sectionAt(document, table.span.start)?.announcement ?? 'none');
    if (columns) yield* rowEntries(document, table, columns);
  }
}

function columnsOf(table: Table, announcement: Announcement): Columns | undefined {
  const titles = (table.rows[0] ?? []).map((cell) =>
    withoutEmoji(cell.source.text).replace(/[*_`]/g, '').trim().toLowerCase(),
  );
  const announced = announcement !== 'none';
  const find = (...patterns: RegExp[]) => titles.findIndex((title) => patterns.some((pattern) => pattern.test(title)));
  const acronym = find(acronymTitle);
  const first = announced ? find(termTitle, nameTitle) : find(termTitle);
  const term = first >= 0 ? first : announced ? acronym : find(shortTitle);
  const definition = find(definitionTitle);
  const described = definition < 0 && (announced || find(termTitle) >= 0) ? find(descriptionTitle) : definition;
  // A table of two columns in a glossary needs no titles that are known: `Original | Übersetzung`.
  if (announcement === 'throughout' && titles.length === 2 && (term < 0 || described < 0)) {
    return byPlace;
  }
  // Nor does one of three where none is known: a third holds remarks.
  if (announcement === 'throughout' && titles.length === 3 && term < 0 && described < 0 && titles.every(isWord)) {
    return byPlace;
  }
  if (term < 0 || described < 0) return undefined;
  return {
    term,
    definition: described,
    acronym: acronym === term ? -1 : acronym,
    emoji: find(emojiTitle),
    known: true,
  };
}

const isWord = (title: string): boolean => /\p{L}{2}|\p{Lo}/u.test(title);

function* rowEntries(document: CourseDocument, table: Table, columns: Columns): Iterable<GlossaryEntry> {
  for (const row of table.rows.slice(1)) {
    const cell = row[columns.term];
    const name = cell && readTermName(cell.source.text, true);
    if (!name) continue;
    const inRegion = regionSpan(document, cell);
    const definition = row[columns.definition];
    const acronymCell = row[columns.acronym];
    const acronym = acronymCell && readTermName(acronymCell.source.text, true);
    const beside = acronym && regionSpan(document, acronymCell).start - inRegion.start;
    const emojiCell = row[columns.emoji];
    // The columns stand in any order: all of them are the definition, no use of what they define.
    const own = [cell, acronymCell, definition].flatMap((one) => (one ? regionSpan(document, one).start : []));
    yield entryOf({
      source: document.regions[table.region]!.source,
      form: 'table',
      name: {
        ...name,
        emoji: name.emoji ?? (emojiCell ? emojiOf(emojiCell.source.text) : null),
        ...(acronym && beside !== undefined
          ? {
              acronym: acronym.term,
              acronymSpan: { start: beside + acronym.span.start, end: beside + acronym.span.end },
            }
          : {}),
      },
      nameStart: inRegion.start,
      start: Math.min(...own),
      definition: definition ? regionSpan(document, definition) : { start: inRegion.end, end: inRegion.end },
      ...(definition ? { says: definition.source.text } : {}),
      scope: ownScopeAt(document, table.span.start),
      announced: columns.known,
    });
  }
}

function regionSpan(document: CourseDocument, cell: Inline): { readonly start: number; readonly end: number } {
  const { source } = document.regions[cell.region]!;
  const start = source.toInner(cell.span.start) ?? 0;
  return { start, end: source.toInner(cell.span.end) ?? start };
}
