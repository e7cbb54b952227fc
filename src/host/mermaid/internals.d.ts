/** The parts of Mermaid that it does not export; the build opens them (`esbuild.mjs`, entry `mermaid-worker`). */
declare module 'mermaid-internals' {
  /** A parser made by jison: its lexer is shared, every parse derives one from it. */
  export interface JisonLexer {
    _input: string;
    readonly match: string;
    setInput(input: string, yy: unknown): unknown;
    lex(): unknown;
  }
  export interface Diagram {
    readonly parser: {
      parse(text: string): unknown;
      readonly parser?: { readonly lexer?: JisonLexer };
    };
  }
  export const mermaidAPI: {
    initialize(options: Record<string, unknown>): void;
    parse(text: string): Promise<{ diagramType: string }>;
  };
  export function detectType(text: string, config: unknown): string;
  export function getDiagram(type: string): Diagram;
  export function getDiagramLoader(type: string): () => Promise<{ id: string; diagram: Diagram }>;
  export function registerDiagram(id: string, diagram: Diagram): void;
  export function encodeEntities(text: string): string;
  export function matchFrontMatter(text: string): { indent: string; body: string; length: number } | undefined;
  export const directiveRegex: RegExp;
}
