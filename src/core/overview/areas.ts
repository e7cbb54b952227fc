import { emojiOf, withoutEmoji } from '../text/emoji';
import { proposedMnemonics } from './mnemonic';
import type { OverviewSource, SourceFile, SourceItem, SourceTerm } from './overview-source';

/** A file of the course as a part of what it teaches. */
export interface Area {
  readonly file: SourceFile;
  /** Without its emoji and acronym. */
  readonly name: string;
  readonly emoji: string | null;
  /** As its author gives it, in the title or in a glossary; null where there is none. */
  readonly acronym: string | null;
  /** What its name could be remembered by, where its author gives it no acronym. */
  readonly proposal: { readonly word: string; readonly acronym: string } | null;
  readonly sections: readonly SourceItem[];
}

/** The files that have an outline, in their order, each named by its first title, else by the file. */
export function areasOf({ files, terms }: OverviewSource): Area[] {
  const byName = new Map(terms.map((term) => [term.term.toLowerCase(), term]));
  const named = files
    .filter(({ items }) => items.some(isTaught))
    .map((file) => ({ file, ...nameOf(file, byName), sections: sectionsOf(file) }));
  const taken = new Set([...terms, ...named].flatMap(({ acronym }) => acronym ?? []));
  const propose = proposedMnemonics(taken);
  return named.map((area) => ({ ...area, proposal: area.acronym === null ? (propose(area.name) ?? null) : null }));
}

/** Sections, numbered skills and areas with mnemonics; a diagram or a demo is shown, not taught. */
export const isTaught = ({ kind }: SourceItem): boolean => kind !== 'diagram' && kind !== 'demo';

function nameOf({ items, path }: SourceFile, terms: ReadonlyMap<string, SourceTerm>) {
  const first = items.find(isTaught)!;
  const title = first.kind === 'heading' ? first.title : fileName(path);
  const bare = withoutEmoji(title);
  const written = /^(.*\S)\s*\(([\p{Lu}\d][\p{L}\d-]{0,9})\)$/u.exec(bare);
  const name = written?.[1] ?? bare;
  const term = terms.get(name.toLowerCase());
  return {
    name: name || title,
    emoji: emojiOf(title) ?? term?.emoji ?? null,
    acronym: written?.[2] ?? term?.acronym ?? null,
  };
}

const fileName = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ');

/** A single title above all others is the area's own name. */
function sectionsOf({ items }: SourceFile): readonly SourceItem[] {
  const taught = items.filter(isTaught);
  const [first, ...rest] = taught;
  return first?.kind === 'heading' ? [...first.children.filter(isTaught), ...rest] : taught;
}
