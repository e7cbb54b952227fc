/** Every code that Coursewright may put on an author's text, with its severity unless a setting says otherwise. */
export const diagnosticCodes = {
  'mermaid.syntax': 'error',
  'mermaid.unquoted-label': 'error',
  'mermaid.unclosed': 'error',
  'mermaid.reserved-word': 'error',
  'mermaid.bad-arrow': 'error',
  'mermaid.unknown-diagram': 'error',
  'mermaid.unknown-target': 'warning',
  'mermaid.near-name': 'information',
  'mermaid.value': 'warning',
  'mermaid.newer': 'off',
  'mermaid.too-slow': 'warning',
  'mermaid.unfenced': 'information',
  'mermaid.label-conflict': 'information',
  'fence.unclosed': 'warning',
  'term.duplicate': 'information',
  'term.conflict': 'warning',
  'term.unused': 'hint',
  'term.acronym-collision': 'information',
  'outline.number-gap': 'information',
  'outline.number-duplicate': 'information',
  'outline.duplicate-heading': 'hint',
  'link.broken': 'warning',
  'math.unclosed': 'warning',
  'demo.yaml': 'error',
  'demo.unknown-key': 'warning',
  'demo.value': 'error',
  'demo.expectation': 'error',
  'suppress.unused': 'information',
} as const satisfies Record<string, Severity | 'off'>;

export type DiagnosticCode = keyof typeof diagnosticCodes;
export type Severity = 'error' | 'warning' | 'information' | 'hint';
