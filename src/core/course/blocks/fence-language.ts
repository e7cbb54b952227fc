/**
 * The language that a fence's info string names, in lower case: `mermaid` of `mermaid`, `Mermaid theme=dark`,
 * `{mermaid}`, `{.mermaid #id}` and `{mermaid, echo=false}`; '' when it names none.
 */
export function fenceLanguage(info: string): string {
  return (/^\{?\s*\.?([^\s,{}]*)/.exec(info)?.[1] ?? '').toLowerCase();
}
