import { destination, escapedMarkdown, inBrackets } from '../text/escaped-markdown';
import { areaGraph, titleOf } from './area-graph';
import { type Area, areasOf, isTaught } from './areas';
import { type LibraryLanguage, librariesOf } from './libraries';
import type { OverviewSource, SourceFile, SourceItem } from './overview-source';
import { tweetOf } from './tweet';
import { mostWeighted, weightedLength } from './weighted-length';

/**
 * The seven parts of a teaching overview as markdown: all that stands in it is the course's own, each entry with a link to
 * its place. A part for which the course holds nothing is left out; what is proposed is called so.
 */
export function overviewOf(source: OverviewSource): string {
  const areas = areasOf(source);
  const first = areas.find(({ file }) => /^(?:readme|index)\.\w+$/i.test(file.path));
  const title = first?.name ?? source.name;
  const taught = areas.filter((area) => area !== first);
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Skill tree', lines(areas.flatMap(treeOf))],
    ['Skills, area by area', lines(areas.flatMap(skillsOf))],
    ['How the areas hang together', fenced(areaGraph(source, areas))],
    ['Terms', termsOf(source)],
    ['Python libraries', guideOf(source, 'Python')],
    ['JavaScript libraries', guideOf(source, 'JavaScript')],
    ['To remember', mnemonicsOf(source, taught)],
    ['In one post', areas.length > 0 ? postOf(tweetOf(title, taught)) : undefined],
  ];
  const written = parts.flatMap(([name, body]) => (body ? [`## ${name}\n\n${body}`] : []));
  return `# ${escapedMarkdown(title)}: an overview\n\n${written.join('\n\n')}\n`;
}

const lines = (all: readonly string[]): string | undefined => (all.length > 0 ? all.join('\n') : undefined);
const fenced = (diagram: string | undefined) => diagram && `\`\`\`mermaid\n${diagram}\n\`\`\``;

/** An area, numbered, with its sections below. */
function treeOf(area: Area, i: number): string[] {
  const marker = `${i + 1}. `;
  const sections = area.sections.map(
    (section, k) => `${' '.repeat(marker.length)}${k + 1}. ${linkTo(nameOf(section), area.file, section)}`,
  );
  return [`${marker}${linkTo(titleOf(area), area.file)}`, ...sections];
}

/** All that an area teaches, in its author's own numbers. */
function skillsOf(area: Area): string[] {
  const below = (items: readonly SourceItem[], indent: string): string[] =>
    items
      .filter(isTaught)
      .flatMap((item) => [
        `${indent}- ${linkTo(nameOf(item), area.file, item)}`,
        ...below(item.children, `${indent}  `),
      ]);
  const skills = below(area.sections, '  ');
  return skills.length > area.sections.length ? [`- **${escapedMarkdown(titleOf(area))}**`, ...skills] : [];
}

const nameOf = ({ number, title }: SourceItem): string => (number === null ? title : `${number} ${title}`);

function termsOf({ terms, files }: OverviewSource): string | undefined {
  const paths = new Map(files.map((file) => [file.uri, file]));
  const rows = terms.flatMap((term) => {
    const file = paths.get(term.uri);
    if (!file) return [];
    const name = linkTo(titleOf({ emoji: term.emoji, name: term.term, acronym: term.acronym }), file);
    return [`| ${name} | ${inCell(term.definition ?? '')} |`];
  });
  return lines(rows.length > 0 ? ['| term | meaning |', '| --- | --- |', ...rows] : []);
}

function guideOf(source: OverviewSource, language: LibraryLanguage): string | undefined {
  const rows = librariesOf(source)
    .filter((library) => library.language === language)
    .map(({ name, term, files }) => {
      const said = inCell(term?.definition ?? '');
      const used = files.slice(0, 3).map((file) => linkTo(fileTitle(file), file));
      const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
      return `| ${term?.emoji ? `${term.emoji} ` : ''}\`${name}\` | ${said} | ${used.join(', ')}${more} |`;
    });
  return lines(rows.length > 0 ? ['| package | what the course says | used in |', '| --- | --- | --- |', ...rows] : []);
}

const fileTitle = ({ items, path }: SourceFile): string =>
  items.find(({ kind }) => kind === 'heading')?.title ?? path.slice(path.lastIndexOf('/') + 1);

/** Pictures and acronyms, the areas first; what nobody gave is proposed and called so. */
function mnemonicsOf({ terms }: OverviewSource, areas: readonly Area[]): string | undefined {
  const ofAreas = areas.flatMap(({ emoji, name, acronym, proposal }) => {
    if (acronym === null && emoji === null && !proposal) return [];
    const mark = acronym ? `**${acronym}**` : proposal ? `${proposal.word}, ${proposal.acronym} *(proposed)*` : '';
    return [`- ${[emoji, mark, `→ ${escapedMarkdown(name)}`].filter(Boolean).join(' ')}`];
  });
  const ofTerms = terms.flatMap(({ emoji, term, acronym }) =>
    (emoji && acronym !== term) || (acronym && acronym !== term)
      ? [
          `- ${[emoji, acronym && acronym !== term ? `**${acronym}**` : '', `→ ${escapedMarkdown(term)}`].filter(Boolean).join(' ')}`,
        ]
      : [],
  );
  return lines([...ofAreas, ...new Set(ofTerms)]);
}

const postOf = (post: string): string =>
  `> ${escapedMarkdown(post)}\n\n${weightedLength(post)} of ${mostWeighted} characters, as the platform counts them.`;

/** The author's own markdown, in a cell of a table. */
const inCell = (markdown: string): string => markdown.replace(/\s+/g, ' ').replace(/(?<!\\)\|/g, '\\|');

function linkTo(text: string, { path }: SourceFile, item?: SourceItem): string {
  const anchor = item?.anchor ? `#${item.anchor}` : '';
  return `[${inBrackets(escapedMarkdown(text))}]${destination(encodeURI(path) + anchor)}`;
}
