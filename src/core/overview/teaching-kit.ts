import { plainText } from '../course/inline/plain-text';
import { withReadableFormulas } from '../math/formulas-as-code';
import { itemName } from '../outline/outline-item';
import { spokenText } from '../speech/spoken-text';
import { areaGraph, titleOf } from './area-graph';
import { type Area, areasOf, isFrontPage, isTaught } from './areas';
import { type Card, cardsOf } from './cards';
import { type Library, librariesOf } from './libraries';
import { otherNames } from './other-names';
import type { OverviewSource, SourceItem } from './overview-source';
import { partTitles } from './part-titles';
import { mostOfTitle, shortened } from './shortened';
import { postOf } from './tweet';
import { countOf } from './weighted-length';

/** A line of an overview, with the place it comes from. */
export interface KitEntry {
  readonly text: string;
  /** What the course says of it. */
  readonly detail?: string;
  /** The same as it is read aloud, name and all. */
  readonly spoken?: string;
  /** Said of what nobody gave and is proposed. */
  readonly proposed?: boolean;
  /** How far it is indented. */
  readonly depth: number;
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

export interface KitPart {
  readonly title: string;
  readonly entries: readonly KitEntry[];
  /** As Mermaid. */
  readonly diagram?: string;
  /** A text of its own, as it is to be posted. */
  readonly text?: string;
  /** The text as it is read aloud. */
  readonly spoken?: string;
  /** How much of a post the text counts. */
  readonly note?: string;
}

/** A course's overview to be shown, and its cards to be learned. */
export interface TeachingKit {
  readonly title: string;
  /** Those that the course has something for, in the order of the written overview. */
  readonly parts: readonly KitPart[];
  /** The titles of the others. */
  readonly missing: readonly string[];
  readonly cards: readonly Card[];
}

/** The same seven parts as the written overview has, with places instead of links. */
export function teachingKit(source: OverviewSource): TeachingKit {
  const { title, areas } = areasOf(source);
  const libraries = librariesOf(source);
  const diagram = areaGraph(source, areas);
  const post = postOf(title, areas);
  const all: readonly KitPart[] = [
    {
      title: partTitles.tree,
      entries: areas.flatMap((area) => [areaEntry(area), ...below(area, area.sections, 1, 1)]),
    },
    {
      title: partTitles.skills,
      entries: areas.filter(hasSkills).flatMap((area) => [areaEntry(area), ...below(area, area.sections, 1)]),
    },
    { title: partTitles.graph, entries: [], ...(diagram === undefined ? {} : { diagram }) },
    { title: partTitles.terms, entries: source.terms.map(termEntry) },
    { title: partTitles.python, entries: guide(libraries, 'Python', source) },
    { title: partTitles.script, entries: guide(libraries, 'JavaScript', source) },
    { title: partTitles.mnemonics, entries: mnemonics(source, areas) },
    {
      title: partTitles.post,
      entries: [],
      ...(post === undefined ? {} : { text: post, spoken: spokenText(post), note: countOf(post) }),
    },
  ];
  const isThere = ({ entries, diagram: drawn, text }: KitPart): boolean =>
    entries.length > 0 || drawn !== undefined || text !== undefined;
  return {
    title,
    parts: all.filter(isThere),
    missing: all.filter((part) => !isThere(part)).map((part) => part.title),
    cards: cardsOf(source),
  };
}

const areaEntry = (area: Area): KitEntry => ({ text: titleOf(area), depth: 0, uri: area.file.uri, line: area.line });

const hasSkills = ({ sections }: Area): boolean => sections.some(({ children }) => children.some(isTaught));

const below = (
  area: Area,
  items: readonly SourceItem[],
  depth: number,
  deepest = Number.POSITIVE_INFINITY,
): KitEntry[] =>
  items
    .filter(isTaught)
    .flatMap((item) => [
      { text: shortened(itemName(item), mostOfTitle), depth, uri: area.file.uri, line: item.line },
      ...(depth < deepest ? below(area, item.children, depth + 1, deepest) : []),
    ]);

function termEntry(term: OverviewSource['terms'][number]): KitEntry {
  const names = otherNames(term);
  const text = [term.emoji, plainText(term.term), names.length > 0 ? `(${names.join(', ')})` : '']
    .filter(Boolean)
    .join(' ');
  return {
    text,
    depth: 0,
    uri: term.uri,
    line: term.line,
    ...(term.definition
      ? {
          detail: plainText(withReadableFormulas(term.definition)),
          spoken: spokenText(`${term.term}. ${term.definition}`),
        }
      : {}),
  };
}

function guide(
  libraries: readonly Library[],
  language: Library['language'],
  { manifests }: OverviewSource,
): KitEntry[] {
  return libraries
    .filter((library) => library.language === language)
    .flatMap(({ name, emoji, said, uses }) => {
      const places = uses.flatMap(({ path, file, passages }): KitEntry[] => {
        if (!file) {
          const uri = manifests.find((manifest) => manifest.path === path)?.uri;
          return uri === undefined ? [] : [{ text: path, depth: 1, uri, line: 0 }];
        }
        return passages.map(({ title, line }) => ({
          text: title === null ? path : `${path} · ${title}`,
          depth: 1,
          uri: file.uri,
          line,
        }));
      });
      const [first] = places;
      if (!first) return [];
      const text = [emoji, name].filter(Boolean).join(' ');
      return [
        { text, depth: 0, uri: first.uri, line: first.line, ...(said ? { detail: plainText(said) } : {}) },
        ...places,
      ];
    });
}

function mnemonics({ terms }: OverviewSource, areas: readonly Area[]): KitEntry[] {
  const named = new Set(terms.map(({ term }) => term.toLowerCase()));
  const ofAreas = areas.flatMap(({ emoji, name, acronym, proposal, file, line, anchor }): KitEntry[] => {
    if (named.has(name.toLowerCase()) || (isFrontPage(file.path) && anchor === null)) return [];
    const short = acronym ?? (proposal ? `${proposal.word}, ${proposal.acronym}` : null);
    if (emoji === null && short === null) return [];
    const text = `${[emoji, short].filter(Boolean).join(' ')} → ${name}`;
    return [{ text, depth: 0, uri: file.uri, line, ...(acronym === null && proposal ? { proposed: true } : {}) }];
  });
  const ofTerms = terms.flatMap((term): KitEntry[] => {
    const short = [term.emoji, otherNames(term).join(', ')].filter(Boolean).join(' ');
    return short === ''
      ? []
      : [{ text: `${short} → ${plainText(term.term)}`, depth: 0, uri: term.uri, line: term.line }];
  });
  return [...ofAreas, ...ofTerms];
}
