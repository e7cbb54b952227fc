import { say } from '../../l10n/say';
import type { Suspect } from '../breaks/suspect';
import type { Taken } from './doubt';

/** `%%{init: …}%%` whose settings are no JSON, or that is never closed: Mermaid draws on without them. */
export function* directives({ text }: Taken): Iterable<Suspect> {
  for (const match of text.matchAll(/%%\{\s*(?:init|initialize)\s*:\s*(?<json>\{[\s\S]*?)%%/dg)) {
    const [start, end] = match.indices!.groups!.json!;
    const written = match.groups!.json!;
    const missing = depthOf(written) + 1;
    if (missing > 0) {
      const at = start + written.trimEnd().length;
      yield {
        code: 'mermaid.value',
        span: { start, end },
        message: say`A closing brace is missing before %%, so that these settings are left out without a word.`,
        fix: {
          title: say`Add the brace`,
          safe: false,
          changes: [{ span: { start: at, end: at }, newText: '}'.repeat(missing) }],
        },
      };
      continue;
    }
    const json = written.trimEnd().replace(/\}$/, '').trimEnd();
    if (isJson(json.replaceAll("'", '"'))) continue;
    yield {
      code: 'mermaid.value',
      span: { start, end: start + json.length },
      message: say`Mermaid cannot read these settings (they are no JSON) and draws without them.`,
    };
  }
}

/** How many braces are open at the end. */
const depthOf = (text: string): number => text.split('{').length - text.split('}').length;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
