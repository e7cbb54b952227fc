import type { Suspect } from '../breaks/suspect';
import type { Taken } from './doubt';

/** `%%{init: …}%%` whose settings are no JSON: Mermaid draws on without them. */
export function* directives({ text }: Taken): Iterable<Suspect> {
  for (const match of text.matchAll(/%%\{\s*(?:init|initialize)\s*:\s*(?<json>\{[\s\S]*?\})\s*\}%%/dg)) {
    const [start, end] = match.indices!.groups!.json!;
    if (isJson(match.groups!.json!.replaceAll("'", '"'))) continue;
    yield {
      code: 'mermaid.value',
      span: { start, end },
      message: 'These settings are no JSON, and Mermaid leaves them out without a word.',
    };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
