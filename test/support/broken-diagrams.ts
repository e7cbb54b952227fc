import { readdirSync, readFileSync } from 'node:fs';
import type { DiagnosticCode } from '../../src/core/diagnostics/diagnostic-code';
import { guillemets } from './guillemets';

/** A diagram as somebody broke it, and what is to be said about it. */
export interface BrokenDiagram {
  readonly file: string;
  readonly name: string;
  readonly text: string;
  readonly problems: readonly { readonly code: DiagnosticCode; readonly start: number; readonly end: number }[];
}

const folder = 'test/core/mermaid/broken';

/** The table: one file a type, each diagram under a line `=== what broke [code of each marker]`. */
export function brokenDiagrams(): BrokenDiagram[] {
  return readdirSync(folder).flatMap((file) => {
    const rows = readFileSync(`${folder}/${file}`, 'utf8').split(/^=== /m).slice(1);
    return rows.map((row) => {
      const [, name, codes, source] = /^(.*?)(?: \[(.*)\])?\n([\s\S]*)$/.exec(row)!;
      const { text, spans } = guillemets(`${source!.trimEnd()}\n`);
      const named = (codes ?? spans.map(() => 'mermaid.syntax').join(' ')).split(' ') as DiagnosticCode[];
      if (named.length !== spans.length)
        throw new Error(`${file}: ${name}: ${spans.length} markers, ${named.length} codes`);
      return { file, name: name!, text, problems: spans.map((span, i) => ({ code: named[i]!, ...span })) };
    });
  });
}
