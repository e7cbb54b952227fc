import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestLanguageClient } from '../support/language-client';
import { mutated, replacements } from './arbitrary-text';
import { inTime } from './in-time';
import { samples } from './samples';
import { glossary, glossaryName } from './trial';

const languages: Readonly<Record<string, string>> = {
  'lesson.md': 'markdown',
  'diagram.mmd': 'mermaid',
  'app.py': 'python',
};

/** How long an answer may take, in milliseconds; what takes longer is printed. */
const longest = 5000;

/** How long the server works on an answer before it says what it knows, in milliseconds, less the way there and back. */
const patience = 2900;

/** The built server over stdio, as an editor runs it, on a folder of its own. */
export class FuzzedServer {
  readonly #client: TestLanguageClient;
  readonly #folder: string;
  #version = 0;
  readonly #took = new Map<string, number>();
  /** What is being asked about. */
  #text = '';
  /** What was answered so late about it that the server may have left something out. */
  readonly #late = new Set<string>();
  #printed = '';

  private constructor(client: TestLanguageClient, folder: string) {
    this.#client = client;
    this.#folder = folder;
  }

  static async start(): Promise<FuzzedServer> {
    const folder = mkdtempSync(join(tmpdir(), 'coursewright-fuzz-'));
    writeFileSync(join(folder, glossaryName), glossary);
    const client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: {
        window: { workDoneProgress: true },
        textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
      },
    });
    await client.loaded();
    return new FuzzedServer(client, folder);
  }

  /**
   * Of any mutated sample that came to be by edits: no request fails, and every answer is that of the same text, closed
   * and opened anew.
   */
  holds() {
    return fc.asyncProperty(
      mutated(samples()),
      fc.array(replacements, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 9999 }),
      async ({ name, text }, edits, place) => {
        const complaints = await inTime(this.#complaintsOf(name, text, edits, place));
        if (complaints.length > 0) throw new Error(complaints.join('\n'));
      },
    );
  }

  async #complaintsOf(
    name: string,
    text: string,
    edits: readonly (typeof replacements extends fc.Arbitrary<infer T> ? T : never)[],
    place: number,
  ): Promise<string[]> {
    const client = this.#client;
    const uri = pathToFileURL(join(this.#folder, name)).toString();
    const language = languages[name]!;
    await client.open(uri, text, language, ++this.#version);
    const document = TextDocument.create(uri, language, this.#version, text);
    for (const { at, length, text: newText } of edits) {
      const start = Math.floor((at / 10_000) * (document.getText().length + 1));
      const change: TextDocumentContentChangeEvent = {
        range: { start: document.positionAt(start), end: document.positionAt(start + length) },
        text: newText,
      };
      TextDocument.update(document, [change], ++this.#version);
      await client.edit(uri, this.#version, [change]);
    }
    const position = document.positionAt(Math.floor((place / 10_000) * (document.getText().length + 1)));
    const complaints: string[] = [];
    this.#text = document.getText();
    this.#late.clear();
    const edited = await this.#answers(uri, position, complaints);
    await client.close(uri);
    await client.open(uri, document.getText(), language, ++this.#version);
    const fresh = await this.#answers(uri, position, complaints);
    await client.close(uri);
    for (const [method, answer] of Object.entries(edited))
      if (!this.#late.has(method) && !isDeepStrictEqual(answer, fresh[method]))
        complaints.push(`${method}: is not that of a text opened anew\n${difference(answer, fresh[method])}`);
    return [...new Set(complaints)];
  }

  async #answers(uri: string, position: unknown, complaints: string[]): Promise<Record<string, unknown>> {
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: position };
    const at = { textDocument, position };
    const requests: Readonly<Record<string, unknown>> = {
      'textDocument/diagnostic': { textDocument },
      'textDocument/documentSymbol': { textDocument },
      'textDocument/documentLink': { textDocument },
      'textDocument/foldingRange': { textDocument },
      'textDocument/semanticTokens/full': { textDocument },
      'textDocument/codeLens': { textDocument },
      'textDocument/inlayHint': { textDocument, range },
      'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
      'textDocument/hover': at,
      'textDocument/completion': at,
      'textDocument/definition': at,
      'textDocument/references': { ...at, context: { includeDeclaration: true } },
      'textDocument/documentHighlight': at,
      'textDocument/prepareRename': at,
      'textDocument/rename': { ...at, newName: 'Zwillich' },
      'textDocument/linkedEditingRange': at,
      'textDocument/selectionRange': { textDocument, positions: [position] },
    };
    const asked = Object.entries(requests).map(async ([method, params]): Promise<[string, unknown]> => {
      const start = performance.now();
      try {
        return [method, plain(await this.#client.request(method, params))];
      } catch (error) {
        if (!(error instanceof ResponseError)) throw error;
        // A rename that is refused says why, by another code.
        const isOurs = error.code === ErrorCodes.InternalError || method !== 'textDocument/rename';
        if (isOurs) complaints.push(`${method} fails: ${error.code} ${error.message}`);
        return [method, error.message];
      } finally {
        const took = performance.now() - start;
        this.#took.set(method, Math.max(this.#took.get(method) ?? 0, took));
        if (took > patience) this.#late.add(method);
        if (took > longest && this.#printed !== this.#text) {
          this.#printed = this.#text;
          console.log(`\n${method} took ${(took / 1000).toFixed(2)} s: ${JSON.stringify(this.#text)}`);
        }
      }
    });
    return Object.fromEntries(await Promise.all(asked));
  }

  /** The slowest requests, with the longest that one took. */
  slowest(): string {
    const all = [...this.#took].sort((a, b) => b[1] - a[1]).slice(0, 3);
    return all.map(([method, took]) => `${method} ${(took / 1000).toFixed(2)} s`).join(', ');
  }

  /** The memory that the server holds. */
  memory(): string {
    if (process.platform !== 'linux') return 'memory is told on Linux alone';
    const status = readFileSync(`/proc/${this.#client.pid}/status`, 'utf8');
    return `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)} MB resident`;
  }

  async stop(): Promise<void> {
    await this.#client.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The first place at which two answers differ, with what stands there in each. */
function difference(edited: unknown, fresh: unknown, path = ''): string {
  const [one, other] = [edited, fresh];
  if (isParent(one) && isParent(other) && Array.isArray(one) === Array.isArray(other)) {
    const key = [...new Set([...Object.keys(one), ...Object.keys(other)])].find(
      (name) => !isDeepStrictEqual(one[name], other[name]),
    );
    if (key !== undefined) return difference(one[key], other[key], `${path}/${key}`);
  }
  return `  at ${path}: ${JSON.stringify(one)?.slice(0, 300)} instead of ${JSON.stringify(other)?.slice(0, 300)}`;
}

const isParent = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An answer without the names of results and versions, which may differ. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, one: unknown) => (key === 'version' || key === 'resultId' ? undefined : one)) ?? 'null',
  );
