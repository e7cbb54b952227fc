/** Kroki draws many languages: the fence names its own after `kroki-`, or as an attribute. */
const kroki = /^\{?\s*\.?kroki(?:-mermaid(?=[\s,{}]|$)|(?=[\s,{}]).*?\b(?:img)?type\s*=\s*["']?mermaid\b)/i;

/**
 * The language that a fence's info string names, in lower case: `mermaid` of `mermaid`, `Mermaid theme=dark`,
 * `{mermaid}`, `{.mermaid #id}`, `{mermaid, echo=false}`, `mermaid!`, `kroki-mermaid` and `kroki {type=mermaid}`; '' when
 * it names none.
 */
export function fenceLanguage(info: string): string {
  if (kroki.test(info)) return 'mermaid';
  return (/^\{?\s*\.?([^\s,{}!]*)/.exec(info)?.[1] ?? '').toLowerCase();
}
