import { emojiOf, withoutEmoji } from '../text/emoji';
import { proposedMnemonics, significantWords } from './mnemonic';
import type { OverviewSource, SourceFile, SourceItem, SourceTerm } from './overview-source';

/** A part of what a course teaches: a file, or one of the top-level titles of a file that has several. */
export interface Area {
  readonly file: SourceFile;
  /** What a link to it ends in, without `#`; null for a whole file. */
  readonly anchor: string | null;
  /** Zero-based lines of its file. */
  readonly line: number;
  readonly lastLine: number;
  /** Without its emoji and acronym. */
  readonly name: string;
  readonly emoji: string | null;
  /** As its author gives it, in the title or in a glossary; null where there is none. */
  readonly acronym: string | null;
  /** What its name could be remembered by, where its author gives it no acronym. */
  readonly proposal: { readonly word: string; readonly acronym: string } | null;
  readonly sections: readonly SourceItem[];
}

/** The areas of a course in the order of its files, and what the course calls itself, where it does. */
export interface CourseAreas {
  readonly title: string;
  readonly areas: readonly Area[];
}

type Draft = Omit<Area, 'proposal'>;

/**
 * Reads the areas off the outline. A title that stands alone above a course of one file, or a README, names the course;
 * what stands below it are the areas then.
 */
export function areasOf({ name: folder, files, terms }: OverviewSource): CourseAreas {
  const byName = new Map(terms.map((term) => [term.term.toLowerCase(), term]));
  const drafts = files.flatMap((file) => draftsOf(file, byName, folder));
  const front = drafts.filter(({ file }) => isFrontPage(file.path));
  const [only] = drafts.length === 1 ? drafts : [];
  const below = only?.sections.filter(({ kind }) => kind === 'heading') ?? [];
  const split = only && below.length > 1 ? below.map((item) => draftOf(only.file, item, byName)) : undefined;
  const named = split ?? drafts;
  const title = (only ?? front[0])?.name ?? folder;
  const propose = proposedMnemonics(new Set([...terms, ...named].flatMap(({ acronym }) => acronym ?? [])));
  const proposals = new Map<string, Area['proposal']>();
  const proposalFor = ({ name, acronym, file }: Draft): Area['proposal'] => {
    if (acronym !== null || (isFrontPage(file.path) && !split)) return null;
    const known = proposals.get(name);
    const proposal = known === undefined ? (propose(name) ?? null) : known;
    proposals.set(name, proposal);
    return proposal;
  };
  return { title, areas: named.map((draft) => ({ ...draft, proposal: proposalFor(draft) })) };
}

/** Sections, numbered skills and areas with mnemonics; a diagram or a demo is shown, not taught. */
export const isTaught = ({ kind }: SourceItem): boolean => kind !== 'diagram' && kind !== 'demo';

/** The first page of a whole course. */
export const isFrontPage = (path: string): boolean => /^(?:readme|index)\.\w+$/i.test(path);

function draftsOf(file: SourceFile, terms: ReadonlyMap<string, SourceTerm>, folder: string): Draft[] {
  const taught = file.items.filter(isTaught);
  if (taught.length === 0) return [];
  const titles = taught.filter(({ level }) => level === 1);
  if (titles.length > 1) {
    const loose = taught.filter((item) => item.line < titles[0]!.line && item.kind !== 'heading');
    return titles.map((item, i) => {
      const draft = draftOf(file, item, terms);
      return i === 0 ? { ...draft, sections: [...loose, ...draft.sections] } : draft;
    });
  }
  const [first, ...rest] = taught as [SourceItem, ...SourceItem[]];
  const isAbove = rest.every(({ level }) => level === undefined || level > first.level!);
  // The strings of a Python file each begin anew.
  const isTitle = first.kind === 'heading' && (first.level === 1 || isAbove || file.path.endsWith('.py'));
  const sections = isTitle ? [...first.children.filter(isTaught), ...rest] : taught;
  const named = nameOf(isTitle ? first.title : fileName(file.path, folder), terms);
  return [{ file, anchor: null, line: 0, lastLine: Number.MAX_SAFE_INTEGER, ...named, sections }];
}

function draftOf(file: SourceFile, item: SourceItem, terms: ReadonlyMap<string, SourceTerm>): Draft {
  const { anchor, line, lastLine } = item;
  return { file, anchor, line, lastLine, ...nameOf(item.title, terms), sections: item.children.filter(isTaught) };
}

function nameOf(title: string, terms: ReadonlyMap<string, SourceTerm>): Pick<Area, 'name' | 'emoji' | 'acronym'> {
  const bare = withoutEmoji(title);
  const written = /^(.*\S)\s*\(([\p{Lu}\d][\p{L}\d-]{0,9})\)$/u.exec(bare);
  const isAcronym = written !== null && isShortFor(written[2]!, written[1]!);
  const name = isAcronym ? written[1]! : bare;
  const term = terms.get(name.toLowerCase());
  return {
    name: name || title,
    emoji: emojiOf(title) ?? term?.emoji ?? null,
    acronym: isAcronym ? written[2]! : (term?.acronym ?? null),
  };
}

/** Whether an acronym is short for a whole name and not for its last words: `Ideas for Mixture of Experts (MoE)`. */
function isShortFor(acronym: string, name: string): boolean {
  const letters = acronym.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (!/\p{Lu}.*\p{Lu}/u.test(acronym) || significantWords(name).length > letters.length) return false;
  const words = significantWords(name);
  // `The Loom (LM)` begins behind its article.
  const said = name.toLowerCase().slice(words[0] === undefined ? 0 : name.indexOf(words[0]));
  let at = 0;
  for (const letter of letters) {
    const found = said.indexOf(letter, at);
    if (found < 0 || (at === 0 && found > 0)) return false;
    at = found + 1;
  }
  return true;
}

/** A page that is called after nothing is called after its folder. */
function fileName(path: string, course: string): string {
  const folders = path.split('/');
  const name = folders.pop()!.replace(/\.\w+$/, '');
  const telling = /^(?:readme|index)$/i.test(name) ? (folders.at(-1) ?? course) : name;
  return telling.replace(/[-_]+/g, ' ');
}
