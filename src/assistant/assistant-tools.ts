import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { GlossaryItem } from '../core/features/terms/list-glossary';
import { glossaryEntries } from '../core/glossary/glossary-entries';
import { entryChange, entryText } from '../core/glossary/new-entry';
import { filterGraph } from '../core/map/filter-graph';
import { findConcept, nearConcepts } from '../core/map/find-concept';
import { graphText } from '../core/map/graph-text';
import { nearest } from '../core/text/nearest';
import { applyChanges } from '../core/text/span';
import { wellFormed } from '../core/text/well-formed';
import { HumanError } from '../host/human-error';
import { isInside } from '../host/is-inside';
import { aFewAtOnce } from '../session/a-few-at-once';
import { checkedFile, diagnosticJson } from '../session/checked-file';
import { examine } from '../session/examine';
import { mendFiles } from '../session/mend-files';
import { encoded, type NamedFile, openSession, type Session, type SessionOptions } from '../session/session';

const filesAtOnce = 16;

/** What is written and not seen, or not as it is written: control characters, half signs, and marks that turn a line round. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u;

/**
 * What an assistant may ask of one course. Each question reads the course anew, so that its answer is about the files as
 * they stand; nothing outside of the course is read or written. Throws a {@link HumanError} for what cannot be asked.
 */
export class AssistantTools {
  readonly #folder: string;
  /** Where it really lies: what leads out of it is not the course's. */
  readonly #real: string;
  readonly #options: AssistantToolsOptions;

  /** @param folder the course's */
  constructor(folder: string, options: AssistantToolsOptions = {}) {
    this.#folder = resolve(folder);
    this.#real = realpathSync(folder);
    this.#options = options;
  }

  /** What is wrong in the course or one file of it, each file with the hash by which its fixes are applied. */
  check(path: string | undefined) {
    return this.#ask(async (session) => {
      const files = path === undefined ? this.#files(session) : [this.#file(session, path)];
      const checked = await aFewAtOnce(files, filesAtOnce, async (file) => {
        const { document, diagnostics } = await examine(session.service, file);
        const found = diagnostics.map((one) => diagnosticJson(document.lines, one));
        session.letGo(file);
        return { path: this.#pathOf(file.uri), hash: hashOf(file), diagnostics: found };
      });
      return {
        files: checked.filter(({ diagnostics }) => path !== undefined || diagnostics.length > 0),
        checked: checked.length,
      };
    });
  }

  /** Writes the safe fixes of a file, if it is still the one that was checked. */
  applyFixes(path: string, hash: string) {
    return this.#ask(async (session) => {
      const file = this.#file(session, path);
      this.#guard(file, hash);
      const before = checkedFile(file, await examine(session.service, file));
      const [after] = await mendFiles(session, [before], new AbortController().signal);
      if (session.incomplete || !after) throw new HumanError(`${path} could not be written; nothing was changed`);
      const { document, diagnostics } = await examine(session.service, file);
      return {
        path: this.#pathOf(file.uri),
        fixed: after.fixed,
        hash: hashOf({ ...file, text: document.text }),
        diagnostics: diagnostics.map((one) => diagnosticJson(document.lines, one)),
      };
    });
  }

  /** What the course says of a term, by its name, an acronym or another name of it. */
  lookUp(term: string) {
    return this.#ask(async (session) => {
      const all = this.#glossary(session);
      const found = all.filter((item) => namesOf(item).includes(plain(term)));
      if (found.length > 0) return { terms: found.map((item) => this.#termJson(item)) };
      const near = nearest(term, all, nearness, ({ term: name }) => name).slice(0, 3);
      return { terms: [], didYouMean: near.map(({ term: name }) => name) };
    });
  }

  /** Adds a term to a glossary of the course; refuses one whose name or acronym is taken. */
  define({ term, acronym, definition, path }: NewDefinition) {
    return this.#ask(async (session) => {
      const { service } = session;
      for (const [what, said] of Object.entries({ term, acronym, definition })) {
        if (said !== undefined && !/^\S(?:[^\r\n]*\S)?$/.test(said))
          throw new HumanError(`the ${what} is one line of text, without spaces around it`);
        if (said !== undefined && unseen.test(said))
          throw new HumanError(`the ${what} holds a character that nobody can see`);
        if (what !== 'definition' && said !== undefined && /[*`[\]()|:]/.test(said))
          throw new HumanError(`the ${what} is plain text, without * \` [ ] ( ) | and :`);
      }
      const all = this.#glossary(session);
      for (const name of [term, ...(acronym ? [acronym] : [])]) {
        const taken = all.find((item) => namesOf(item).includes(plain(name)));
        if (taken) throw new HumanError(`${name} is taken: ${this.#definedAt(taken)}; nothing was written`);
      }
      const file = path === undefined ? this.#glossaryFile(session, all) : this.#file(session, path);
      const document = (await service.document(file.uri))!;
      const named = { term, acronym: acronym ?? null, emoji: null };
      const change = entryChange(document, glossaryEntries(document), named);
      if (!change)
        throw new HumanError(
          `${this.#pathOf(file.uri)} has no list of entries such as “- **Term (T):** what it is” to add to; nothing was written`,
        );
      const entry = entryText(named);
      const newText = change.newText.replace(entry, () => `${entry.slice(0, -1)}${definition}`);
      const before = (await examine(service, file)).diagnostics.length;
      const text = applyChanges(document.text, [{ ...change, newText }]);
      service.open({ uri: file.uri, text, version: 1 }, file.language);
      const { diagnostics } = await examine(service, file);
      const added = service.listGlossary('tex').filter((item) => item.term === term);
      // A hint that nothing uses the term yet is what every new one begins with.
      const worse = diagnostics.filter(({ severity }) => severity !== 'hint').length > before;
      if (added.length !== 1 || worse)
        throw new HumanError(`${term} would not be read as one entry of its own there; nothing was written`);
      session.replace(file, text, [this.#real]);
      return { ...this.#termJson(added[0]!), hash: hashOf({ ...file, text }) };
    });
  }

  /** Sections, numbered skills, diagrams and demos of a file. */
  outline(path: string) {
    return this.#ask(async (session) => {
      const file = this.#file(session, path);
      return { path: this.#pathOf(file.uri), items: (await session.service.listOutline(file.uri)) ?? [] };
    });
  }

  /** What a demo gives, computed by the float64 reference: those of a file, or one that is not in the course. */
  runDemo(asked: { readonly path: string } | { readonly kind: string; readonly body: string }) {
    return this.#ask(async (session) => {
      let uri: string;
      if ('path' in asked) uri = this.#file(session, asked.path).uri;
      else {
        if (!/^[\w-]+$/.test(asked.kind)) throw new HumanError(`there is no demo called ${asked.kind}`);
        uri = URI.file(resolve(this.#folder, 'coursewright-asked.md')).toString();
        const fence = '`'.repeat(Math.max(2, ...(asked.body.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
        const text = `${fence}${asked.kind}\n${asked.body}\n${fence}\n`;
        session.service.open({ uri, text, version: 0 }, 'markdown');
      }
      const demos = (await session.service.listDemos(uri)) ?? [];
      if (demos.length === 0)
        throw new HumanError('path' in asked ? `${asked.path} has no demo` : `there is no demo called ${asked.kind}`);
      return { demos: demos.map(({ uri: _, cost: __, ...one }) => one) };
    });
  }

  /** All diagrams merged into one graph, or the neighbourhood of one concept. */
  map({ around, hops = 1 }: { readonly around?: string | undefined; readonly hops?: number | undefined }) {
    return this.#ask(async (session) => {
      const graph = await session.service.conceptGraph(this.#files(session).map(({ uri }) => uri));
      const start = around === undefined ? undefined : findConcept(graph, around);
      if (around !== undefined && !start) {
        const near = nearConcepts(graph, around).join(', ');
        throw new HumanError(`no diagram of the course shows ${around}${near ? `; did you mean ${near}?` : ''}`);
      }
      const part = filterGraph(graph, { edgeLabel: undefined, around: start && { id: start.id, hops } });
      return graphText(part, 'json', (uri) => this.#pathOf(uri));
    });
  }

  /** Opens the course, asks, and lets it go. */
  async #ask<T>(question: (session: Session) => Promise<T>): Promise<T> {
    const session = await openSession([this.#folder], {
      ...this.#options,
      verdicts: 'remembered',
      folderIsCourse: true,
    });
    try {
      await session.loadCourses();
      return await question(session);
    } finally {
      await session.dispose();
    }
  }

  /** The files of the course, but for links that lead out of it. */
  #files(session: Session): NamedFile[] {
    return session.files.filter(({ file }) => file !== undefined && isInside(realpathSync(file), this.#real));
  }

  /** The terms of the course: what a link that leads out of it defines is nobody's to be told. */
  #glossary(session: Session): GlossaryItem[] {
    const own = new Set(this.#files(session).map(({ uri }) => uri));
    return session.service.listGlossary('tex').flatMap((item) => {
      const definitions = item.definitions.filter(({ uri }) => own.has(uri));
      return definitions.length > 0 ? [{ ...item, definitions }] : [];
    });
  }

  #file(session: Session, path: string): NamedFile {
    // No file is called so, and such a name cannot be put into a URI.
    if (wellFormed(path) !== path) throw new HumanError('the course has no file whose name is no Unicode text');
    const absolute = resolve(this.#folder, path);
    if (absolute !== this.#folder && !isInside(absolute, this.#folder))
      throw new HumanError(`${path} lies outside of the course`);
    const uri = URI.file(absolute).toString();
    const found = this.#files(session).find((file) => file.uri === uri);
    if (!found) throw new HumanError(`the course has no file ${path}`);
    return found;
  }

  #guard(file: NamedFile, hash: string): void {
    if (hashOf(file) === hash) return;
    throw new HumanError(
      `${this.#pathOf(file.uri)} is not as it was when it was checked: check it again; nothing was written`,
    );
  }

  /** The file with the most entries, the first one of those. */
  #glossaryFile(session: Session, all: readonly GlossaryItem[]): NamedFile {
    const counts = new Map<string, number>();
    for (const { uri } of all.flatMap(({ definitions }) => definitions)) counts.set(uri, (counts.get(uri) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    const found = most && this.#files(session).find(({ uri }) => uri === most[0]);
    if (!found) throw new HumanError('the course has no glossary yet: begin one, and name its file as path');
    return found;
  }

  #definedAt({ term, definitions: [first] }: GlossaryItem): string {
    return `${term} is defined in ${this.#pathOf(first!.uri)}, line ${first!.range.start.line + 1}`;
  }

  #termJson({ term, acronym, aliases, definitions, unused, conflict }: GlossaryItem) {
    const places = definitions.map(({ uri, range, definition }) => ({
      path: this.#pathOf(uri),
      line: range.start.line + 1,
      definition,
    }));
    return { term, acronym, aliases, definitions: places, unused, conflict };
  }

  #pathOf(uri: string): string {
    return relative(this.#folder, URI.parse(uri).fsPath).split(sep).join('/');
  }
}

/** What of an editor stands over the disk, if there is one. */
export type AssistantToolsOptions = Pick<SessionOptions, 'workers' | 'editor'>;

export interface NewDefinition {
  readonly term: string;
  readonly acronym?: string | undefined;
  readonly definition: string;
  /** The glossary to add to; the largest one where it is not named. */
  readonly path?: string | undefined;
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase().trim();

const namesOf = ({ term, acronym, aliases }: GlossaryItem): string[] =>
  [term, ...(acronym ? [acronym] : []), ...aliases].map(plain);

const nearness = {
  plain,
  most: (_: string, name: string) => Math.max(1, Math.floor(name.length / 3)),
  swaps: true,
};

const hashOf = ({ bom, text }: Pick<NamedFile, 'bom' | 'text'>): string =>
  createHash('sha256').update(encoded(bom, text)).digest('hex');
