/** The parts of Mermaid that it does not export; the build opens them (`esbuild.mjs`, entry `mermaid-worker`). */
declare module 'mermaid-internals' {
  /** A parser made by jison: its lexer is shared, every parse derives one from it. */
  export interface JisonLexer {
    _input: string;
    readonly match: string;
    setInput(input: string, yy: unknown): unknown;
    lex(): unknown;
  }
  export interface DiagramKind {
    readonly parser: {
      parse(text: string): unknown;
      readonly parser?: { readonly lexer?: JisonLexer };
    };
  }
  export const mermaidAPI: { initialize(options: Record<string, unknown>): void };
  /** The source of a diagram as its parser is given it. */
  export interface DiagramCode {
    readonly cleaned: string;
  }
  export function addDiagrams(): void;
  /** The source, and the title that the front matter gives it. */
  export function processAndSetConfigs(text: string): { readonly code: DiagramCode; readonly title?: string };
  export function setDiagramConfigScope(scope: undefined): void;
  export const Diagram: {
    fromText(
      code: DiagramCode,
      metadata: { readonly title?: string },
    ): Promise<{ readonly type: string; readonly db: unknown }>;
  };
  export function detectType(text: string, config: unknown): string;
  export function getDiagram(type: string): DiagramKind;
  export function getDiagramLoader(type: string): () => Promise<{ id: string; diagram: DiagramKind }>;
  export function registerDiagram(id: string, diagram: DiagramKind): void;
  export function encodeEntities(text: string): string;
  export function matchFrontMatter(text: string): { indent: string; body: string; length: number } | undefined;
  export const directiveRegex: RegExp;
}
