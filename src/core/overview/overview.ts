import { itemName } from '../outline/outline-item';
import { destination, escapedMarkdown, inBrackets } from '../text/escaped-markdown';
import { areaGraph, titleOf } from './area-graph';
import { type Area, areasOf, isFrontPage, isTaught } from './areas';
import { type Library, type LibraryLanguage, type LibraryUse, librariesOf } from './libraries';
import { otherNames } from './other-names';
import type { OverviewSource, SourceFile, SourceItem } from './overview-source';
import { partTitles } from './part-titles';
import { mostOfTitle, shortened } from './shortened';
import { postOf } from './tweet';
import { countOf } from './weighted-length';

/**
 * The seven parts of a teaching overview as markdown: all that stands in it is the course's own, each entry with a link to
 * its place. A part for which the course holds nothing is left out, and so is called at the end; what is proposed is
 * called so.
 */
export function overviewOf(source: OverviewSource): string {
  const { title, areas } = areasOf(source);
  const taught = areas.filter(({ file, anchor }) => anchor !== null || !isFrontPage(file.path));
  const libraries = librariesOf(source);
  const parts: readonly (readonly [string, string | undefined])[] = [
    [partTitles.tree, lines(areas.flatMap(treeOf))],
    [partTitles.skills, lines(areas.flatMap(skillsOf))],
    [partTitles.graph, fenced(areaGraph(source, areas))],
    [partTitles.terms, termsOf(source)],
    [partTitles.python, guideOf(libraries, 'Python')],
    [partTitles.script, guideOf(libraries, 'JavaScript')],
    [partTitles.mnemonics, mnemonicsOf(source, taught)],
    [partTitles.post, counted(postOf(title, areas))],
  ];
  const written = parts.flatMap(([name, body]) => (body ? [`## ${name}\n\n${body}`] : []));
  const missing = parts.flatMap(([name, body]) => (body ? [] : [`*${name}*`]));
  const notes = [
    ...(missing.length > 0 ? [`Left out, since the course holds nothing more for them: ${missing.join(', ')}.`] : []),
    ...(source.translations.length > 0 ? [`Translations left aside: ${source.translations.join(', ')}.`] : []),
  ];
  return `${[`# ${escapedMarkdown(title)}: an overview`, ...written, ...notes].join('\n\n')}\n`;
}

const lines = (all: readonly string[]): string | undefined => (all.length > 0 ? all.join('\n') : undefined);
const fenced = (diagram: string | undefined) => diagram && `\`\`\`mermaid\n${diagram}\n\`\`\``;

/** An area, numbered, with its sections below; a number that markdown writes anyway is not written twice. */
function treeOf(area: Area, i: number): string[] {
  const marker = `${i + 1}. `;
  const sections = area.sections.map((section, k) => {
    const name = section.number === String(k + 1) ? section.title : itemName(section);
    return `${' '.repeat(marker.length)}${k + 1}. ${linkTo(shortened(name, mostOfTitle), area.file, section.anchor)}`;
  });
  return [`${marker}${linkTo(titleOf(area), area.file, area.anchor)}`, ...sections];
}

/** All that an area teaches, in its author's own numbers. */
function skillsOf(area: Area): string[] {
  const below = (items: readonly SourceItem[], indent: string): string[] =>
    items
      .filter(isTaught)
      .flatMap((item) => [
        `${indent}- ${linkTo(shortened(itemName(item), mostOfTitle), area.file, item.anchor)}`,
        ...below(item.children, `${indent}  `),
      ]);
  const skills = below(area.sections, '  ');
  return skills.length > area.sections.length ? [`- **${escapedMarkdown(titleOf(area))}**`, ...skills] : [];
}

function termsOf({ terms, files }: OverviewSource): string | undefined {
  const paths = new Map(files.map((file) => [file.uri, file]));
  const rows = terms.flatMap((term) => {
    const file = paths.get(term.uri);
    if (!file) return [];
    const name = linkTo(
      [term.emoji, term.term, bracketed(otherNames(term))].filter(Boolean).join(' '),
      file,
      term.anchor,
    );
    return [`| ${name} | ${inCell(term.definition ?? '')} |`];
  });
  return lines(rows.length > 0 ? ['| term | meaning |', '| --- | --- |', ...rows] : []);
}

const bracketed = (names: readonly string[]): string => (names.length > 0 ? `(${names.join(', ')})` : '');

function guideOf(libraries: readonly Library[], language: LibraryLanguage): string | undefined {
  const rows = libraries
    .filter((library) => library.language === language)
    .map(({ name, emoji, said, uses }) => {
      const used = uses.slice(0, mostUses).map(useOf);
      const more = uses.length > mostUses ? ` and ${uses.length - mostUses} more` : '';
      return `| ${emoji ? `${emoji} ` : ''}\`${name}\` | ${inCell(said ?? '')} | ${used.join(', ')}${more} |`;
    });
  return lines(rows.length > 0 ? ['| package | what the course says | used in |', '| --- | --- | --- |', ...rows] : []);
}

/** So many files, and so many sections of each, are named for a package. */
const mostUses = 3;

function useOf({ path, file, passages }: LibraryUse): string {
  if (!file) return `[${inBrackets(escapedMarkdown(path))}]${destination(encodeURI(path))}`;
  const title = fileTitle(file);
  const sections = passages.filter(
    (passage) => passage.title !== null && passage.title !== title && passage.anchor !== null,
  );
  const links = sections.slice(0, mostUses).map((passage) => linkTo(passage.title!, file, passage.anchor));
  const more = sections.length > mostUses ? [`${sections.length - mostUses} more`] : [];
  return linkTo(title, file) + (links.length > 0 ? `: ${[...links, ...more].join(' · ')}` : '');
}

const fileTitle = ({ items, path }: SourceFile): string =>
  items.find(({ level }) => level === 1)?.title ?? path.slice(path.lastIndexOf('/') + 1);

/** Pictures and acronyms, the areas first; what nobody gave is proposed and called so. */
function mnemonicsOf({ terms }: OverviewSource, areas: readonly Area[]): string | undefined {
  const byName = new Map(terms.map((term) => [term.term.toLowerCase(), term]));
  const ofAreas = areas.flatMap(({ emoji, name, acronym, proposal }) => {
    if (acronym === null && emoji === null && !proposal) return [];
    const term = byName.get(name.toLowerCase());
    const names = new Set([...(term ? otherNames(term) : []), ...(acronym === null ? [] : [acronym])]);
    const mark =
      names.size > 0 ? bold([...names]) : proposal ? `${proposal.word}, ${proposal.acronym} *(proposed)*` : '';
    return [`- ${[emoji, mark, `→ ${escapedMarkdown(name)}`].filter(Boolean).join(' ')}`];
  });
  const isArea = new Set(areas.map(({ name }) => name.toLowerCase()));
  const ofTerms = terms.flatMap((term) => {
    const names = otherNames(term);
    if (isArea.has(term.term.toLowerCase()) || (!term.emoji && names.length === 0)) return [];
    return [`- ${[term.emoji, bold(names), `→ ${escapedMarkdown(term.term)}`].filter(Boolean).join(' ')}`];
  });
  return lines([...new Set([...ofAreas, ...ofTerms])]);
}

const bold = (names: readonly string[]): string => names.map((name) => `**${escapedMarkdown(name)}**`).join(', ');

const counted = (post: string | undefined): string | undefined =>
  post && `> ${escapedMarkdown(post)}\n\n${countOf(post)}`;

/** The author's own markdown, in a cell of a table. */
const inCell = (markdown: string): string => markdown.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|');

function linkTo(text: string, { path }: SourceFile, anchor: string | null = null): string {
  return `[${inBrackets(escapedMarkdown(text))}]${destination(encodeURI(path) + (anchor === null ? '' : `#${anchor}`))}`;
}
