import { say } from '../../l10n/say';
import { nearest } from '../breaks/nearest';
import type { Suspect } from '../breaks/suspect';
import { bodyLines, type Taken } from '../doubts/doubt';

/** A keyword with an ending: Mermaid reads the keyword, and the ending as the beginning of a name. */
const inflected =
  /^\s*(?<here>(?:(?<keyword>component|anchor|pipeline|note|accelerator|deaccelerator)(?<mend>s)(?=\s.*[[{])|(?<other>evolve)(?<end>[sd])(?=\s.*\d\s*$)))/d;
const declared = /^\s*(?:component|anchor)\s+(?:"([^"]+)"|([^"[\s][^"[]*?))\s*\[/;
const evolved = /^\s*evolve\s+(?:"(?<quoted>[^"]+)"|(?<bare>[^"\s].*?))\s+\d+(?:\.\d+)?$/d;
const name = (group: string) => `(?:"(?<quoted${group}>[^"]+)"|(?<bare${group}>[^"\\s](?:[^"]*?[^"\\s])?))`;
const link = new RegExp(
  `^\\s*${name('From')}\\s*(?:->|-\\.->|\\+(?:'[^']*')?<?>?|\\+<|-->)\\s*${name('To')}\\s*(?:;.*)?$`,
  'd',
);
const keyword =
  /^\s*(?:wardley-beta|title|size|evolution|component|anchor|evolve|pipeline|note|annotations?|(?:de)?accelerator|acc\w+)\b/;

/** What Mermaid leaves out of a map without a word: links and arrows of components that are not there. */
export function* wardleyDoubts(diagram: Taken): Iterable<Suspect> {
  const lines = [...bodyLines(diagram)].map((line) => ({ ...line, text: line.text.replace(/\s+#.*$/, '') }));
  const known = lines.flatMap(({ text }) => {
    const match = declared.exec(text);
    return match ? [(match[1] ?? match[2]!).trim()] : [];
  });
  for (const line of lines) {
    const ending = inflected.exec(line.text);
    if (ending) {
      const [start, end] = ending.indices!.groups!.here!;
      const word = ending.groups!.keyword ?? ending.groups!.other!;
      const span = { start: line.start + start, end: line.start + end };
      yield {
        code: 'mermaid.value',
        span,
        message: say`‘${ending.groups!.here!}’ is read as ${word} and the beginning of a name.`,
        fix: { title: say`Write ${word}`, safe: false, changes: [{ span, newText: word }] },
      };
      continue;
    }
    const match = evolved.exec(line.text) ?? (keyword.test(line.text) ? null : link.exec(line.text));
    for (const [group, text] of Object.entries(match?.groups ?? {})) {
      if (text === undefined || known.includes(text)) continue;
      const [from, to] = match!.indices!.groups![group]!;
      const span = { start: line.start + from, end: line.start + to };
      const near = nearest(text, known)[0];
      yield {
        code: 'mermaid.unknown-target',
        span,
        message: near
          ? say`There is no component ‘${text}’, so this is not drawn; there is ‘${near}’.`
          : say`There is no component ‘${text}’, so this is not drawn.`,
        ...(near && { fix: { title: say`Write ${near}`, safe: false, changes: [{ span, newText: near }] } }),
      };
    }
  }
}
