import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { root } from '../../tools/support/paths.mjs';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const contributions: readonly Contribution[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes
  .grammars;

/** A piece of a line and the innermost of its scopes, the grammar's own left out. */
export interface Colored {
  readonly text: string;
  readonly scopes: readonly string[];
}

/**
 * Colours text as an editor would: by a language's grammar, with what the extension injects into it.
 * @param grammars those that the extension finds in the editor, by scope name
 */
export async function colored(
  scope: string,
  text: string,
  grammars: Readonly<Record<string, IRawGrammar>> = {},
): Promise<Colored[]> {
  const { buffer } = readFileSync(join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  const registry = new Registry({
    onigLib: loadWASM(buffer as ArrayBuffer).then(() => ({ createOnigScanner, createOnigString })),
    loadGrammar: async (name) => {
      const own = contributions.find(({ scopeName }) => scopeName === name);
      return own ? parseRawGrammar(readFileSync(join(root, own.path), 'utf8'), own.path) : (grammars[name] ?? null);
    },
    getInjections: (name) =>
      contributions.filter(({ injectTo }) => injectTo?.includes(name)).map(({ scopeName }) => scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`There is no grammar of ${scope}.`);
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}

/** The scopes of the first piece with exactly this text. */
export function scopesOf(pieces: readonly Colored[], text: string): readonly string[] {
  const piece = pieces.find((one) => one.text === text);
  if (!piece)
    throw new Error(`No piece is “${text}” alone; there are ${pieces.map((one) => `“${one.text}”`).join(' ')}`);
  return piece.scopes;
}
