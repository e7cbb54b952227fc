import type { TextChange } from '../text/span';

/** How Mermaid 11 drew without being told; Mermaid 12 lays out with ELK and draws with a new look. */
const pinned: Readonly<Record<string, string>> = { layout: 'dagre', theme: 'default', look: 'classic' };

/**
 * Writes layout, theme and look into the front matter, so that a diagram written for Mermaid 11 keeps its shape in 12.
 * What the author has set already stays. Undefined when nothing is left to pin.
 */
export function pinAppearance(text: string): TextChange[] | undefined {
  const front = /^[ \t]*---[ \t]*\r?\n(?<body>(?:[^\n]*\n)*?)(?<close>[ \t]*---[ \t]*)(?:\r?\n|$)/d.exec(text);
  if (!front) {
    const config = Object.entries(pinned).map(([key, value]) => `  ${key}: ${value}\n`);
    return [{ span: { start: 0, end: 0 }, newText: `---\nconfig:\n${config.join('')}---\n` }];
  }
  const [bodyStart] = front.indices!.groups!.body!;
  const [close] = front.indices!.groups!.close!;
  const body = front.groups!.body!;
  const config = /^(?<margin>[ \t]*)config:[ \t]*\r?\n(?<inner>(?:\k<margin>[ \t]+[^\n]*\n?)*)/dm.exec(body);
  if (!config && /^[ \t]*config:/m.test(body)) return undefined;
  const inner = config?.groups?.inner ?? '';
  const missing = Object.entries(pinned).filter(([key]) => !new RegExp(`^[ \\t]*${key}[ \\t]*:`, 'm').test(inner));
  if (missing.length === 0) return undefined;
  const margin = /^[ \t]*(?=\S)/m.exec(inner)?.[0] ?? `${config?.groups?.margin ?? /^[ \t]*/.exec(body)![0]}  `;
  const lines = missing.map(([key, value]) => `${margin}${key}: ${value}\n`).join('');
  if (config) {
    const at = bodyStart + config.indices!.groups!.inner![0];
    return [{ span: { start: at, end: at }, newText: lines }];
  }
  return [{ span: { start: close, end: close }, newText: `${/^[ \t]*/.exec(body)![0]}config:\n${lines}` }];
}
