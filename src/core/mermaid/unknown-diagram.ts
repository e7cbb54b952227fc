import { say } from '../l10n/say';
import { headerStart } from './breaks/header-start';
import { nearest } from './breaks/nearest';
import type { Break, Suspect } from './breaks/suspect';
import { languages } from './languages/languages';

/** The words that open a diagram without a plug-in. */
const diagramKeywords = languages.flatMap(({ judged, keywords }) =>
  judged.length === 0 ? [] : keywords.map(({ word }) => word),
);

/** What people call a kind of diagram, where the word itself is too far from Mermaid's. */
const otherNames: readonly (readonly [RegExp, string])[] = [
  [/^(?:digraph|flow|process|workflow|activity(?:Diagram)?)$/i, 'flowchart LR'],
  [/^sequence$/i, 'sequenceDiagram'],
  [/^class(?:es)?$/i, 'classDiagram'],
  [/^states?(?:Machine)?$/i, 'stateDiagram-v2'],
  [/^(?:er|erd|entityRelationship(?:Diagram)?)$/i, 'erDiagram'],
  [/^(?:userJourney|user-journey)$/i, 'journey'],
  [/^(?:pie-?chart)$/i, 'pie'],
  [/^(?:gantt-?chart|gantt-?diagram)$/i, 'gantt'],
  [/^(?:barChart|lineChart|bar-chart|line-chart|chart)$/i, 'xychart-beta'],
  [/^quadrant$/i, 'quadrantChart'],
  [/^(?:mind-map|mind_map)$/i, 'mindmap'],
  [/^c4(?:Diagram)?$/i, 'C4Context'],
  [/^(?:radar-?chart|spider)$/i, 'radar-beta'],
];

/** Mermaid's word for what people call a kind of diagram. A direction that stands there is not written twice. */
const otherName = (word: string, behind: string): string | undefined => {
  const other = otherNames.find(([names]) => names.test(word))?.[1];
  return /^\s+(?:TB|TD|BT|LR|RL)\b/.test(behind) ? other?.split(' ')[0] : other;
};

const headerBelow = new RegExp(`^[ \\t]*(?:${diagramKeywords.join('|')})\\b(?![ \\t]*[-=:])`, 'm');

/** The types that are written like a word but for case, and for what their trial versions end in. */
const spelt = (word: string): string[] =>
  [word, `${word}-beta`].flatMap((one) => diagramKeywords.filter((known) => known.toLowerCase() === one.toLowerCase()));

/** `digraph G {`, or without the brace: the head of a graph for Graphviz. Its braces and what they hold are looked at as a flowchart's. */
function* dot(text: string, start: number): Iterable<Suspect> {
  const head = /^(?:strict\s+)?(?<here>digraph)\b(?!\s+(?:TB|TD|BT|LR|RL)\b)[^\n{]*?(?=\s*\{|[ \t\r]*(?:\n|$))/di.exec(
    text.slice(start),
  );
  if (!head) return;
  const [from, to] = head.indices!.groups!.here!;
  yield {
    code: 'mermaid.unknown-diagram',
    span: { start: start + from, end: start + to },
    message: say`‘digraph’ begins a graph for Graphviz, which Mermaid does not read: its own begin with flowchart LR.`,
    sure: true,
    fix: {
      title: say`Write flowchart LR`,
      safe: false,
      changes: [{ span: { start, end: start + head[0].length }, newText: 'flowchart LR' }],
    },
  };
}

/** A first word that is no type of diagram: a slip of the pen, two words for one, a plug-in's word, or none at all. */
export function* unknownDiagram({ text }: Break): Iterable<Suspect> {
  const directive = /^[ \t]*%%\{(?![\s\S]*\}%%)[^\n]*/m.exec(text);
  if (directive) {
    const start = directive.index + directive[0].indexOf('%%{');
    const end = directive.index + directive[0].trimEnd().length;
    yield {
      code: 'mermaid.unclosed',
      span: { start, end: start + 3 },
      message: say`This directive is never closed by }%%.`,
      fix: {
        title: say`Close it with }%%`,
        safe: false,
        changes: [
          {
            span: { start: end, end },
            newText: directive[0].includes('}}') || !directive[0].includes(': {') ? '%%' : '}%%',
          },
        ],
      },
    };
  }
  const start = headerStart(text);
  const [word] = /^[^\s:;()[\]{}<>"|,]*/.exec(text.slice(start))!;
  const span = { start, end: start + word.length };
  const rest = text.slice(start, text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start));
  const suspect = (
    message: string,
    fix?: { title: string; newText: string; end?: number; safe?: boolean; guess?: boolean },
  ): Suspect => ({
    code: 'mermaid.unknown-diagram',
    span,
    message,
    ...(fix?.guess && { guess: true }),
    ...(fix && {
      fix: {
        title: fix.title,
        safe: fix.safe ?? false,
        changes: [{ span: { start, end: fix.end ?? span.end }, newText: fix.newText }],
      },
    }),
  });
  const quoted = /^(["'`“”‘’«»])(?<inner>[^"'`“”‘’«»\n]+)["'`“”‘’«»]\s*$/.exec(rest);
  if (quoted && diagramKeywords.includes(/^\S+/.exec(quoted.groups!.inner!)?.[0] ?? '')) {
    const end = start + quoted[0].trimEnd().length;
    yield {
      ...suspect(say`The type of diagram stands without quotes.`, {
        title: say`Remove the quotes`,
        newText: quoted.groups!.inner!,
        end,
        safe: true,
      }),
      span: { start, end },
    };
  }
  const noType = say`‘${word}’ is no type of diagram`;

  const slashes = /^(?:\/\/|#|<!--|--)(?=\s|$)/.exec(rest);
  if (slashes) {
    const comment = { start, end: start + slashes[0].length };
    yield {
      code: 'mermaid.syntax',
      span: comment,
      message: say`A comment begins with %%, not with ${slashes[0]}.`,
      fix: { title: say`Write %%`, safe: true, changes: [{ span: comment, newText: '%%' }] },
    };
  }

  const twoWords = /^(\w+)[ \t]+(diagram|chart|graph|map|line|journey)\b/i.exec(rest);
  if (twoWords) {
    const joined = twoWords[1]! + twoWords[2]!;
    const end = start + twoWords[0].length;
    for (const keyword of [...spelt(joined), ...nearest(joined, diagramKeywords)].slice(0, 2)) {
      yield {
        ...suspect(say`‘${twoWords[0]}’ is no type of diagram; ‘${keyword}’ is, in one word.`, {
          title: say`Write ${keyword}`,
          newText: keyword,
          end,
        }),
        span: { start, end },
      };
    }
  }
  yield* dot(text, start);
  const other = otherName(word, text.slice(start + word.length));
  if (other) yield suspect(`${noType}; ‘${other}’ is.`, { title: say`Write ${other}`, newText: other });
  const keywords = other
    ? []
    : [...nearest(word, diagramKeywords), ...diagramKeywords.filter((known) => known === `${word}-beta`)];
  for (const keyword of keywords.slice(0, 5)) {
    const safe = keyword.toLowerCase() === word.toLowerCase();
    yield suspect(say`${noType}; ‘${keyword}’ is.`, { title: say`Write ${keyword}`, newText: keyword, safe });
  }
  const header = headerBelow.exec(text.slice(start));
  if (header && header.index > 0) {
    yield suspect(say`The type of diagram comes first; this stands before it.`, {
      title: say`Make it a comment`,
      newText: text
        .slice(start, start + header.index)
        .trimEnd()
        .replace(/^(?=.*\S)/gm, '%% '),
      end: start + text.slice(start, start + header.index).trimEnd().length,
    });
  } else if (/--+[->xo]|==+>|-\.+->/.test(text)) {
    yield suspect(say`The type of diagram is missing: ${noType}.`, {
      title: say`Begin with flowchart TD`,
      newText: 'flowchart TD\n',
      end: start,
      guess: true,
    });
  }
  if (/->>|-->>/.test(text)) {
    yield suspect(say`The type of diagram is missing: ${noType}.`, {
      title: say`Begin with sequenceDiagram`,
      newText: 'sequenceDiagram\n',
      end: start,
      guess: true,
    });
  }
  yield suspect(
    /^@start\w+$/.test(word)
      ? say`‘${word}’ begins PlantUML, which Mermaid does not read. A diagram begins with its type, such as flowchart TD.`
      : word === 'zenuml'
        ? say`ZenUML is a plug-in of Mermaid: without it the diagram is not drawn.`
        : word === ''
          ? say`The type of diagram is missing.`
          : say`${noType} that Mermaid knows.`,
  );
}

/** `stateDiagramm`: Mermaid knows a type by how it begins, and then stumbles over the rest of the word. */
export function* misspeltHeader({ text }: Break): Iterable<Suspect> {
  const start = headerStart(text);
  const [word] = /^[^\s:;()[\]{}<>"|,]*/.exec(text.slice(start))!;
  if (diagramKeywords.includes(word)) return;
  const other = otherName(word, text.slice(start + word.length));
  if (other) {
    const span = { start, end: start + word.length };
    yield {
      code: 'mermaid.unknown-diagram',
      span,
      message: say`‘${word}’ is no type of diagram; ‘${other}’ is.`,
      fix: { title: say`Write ${other}`, safe: false, changes: [{ span, newText: other }] },
    };
  }
  const span = { start, end: start + word.length };
  for (const keyword of nearest(word, diagramKeywords).slice(0, 3)) {
    yield {
      code: 'mermaid.unknown-diagram',
      span,
      message: say`‘${word}’ is no type of diagram; ‘${keyword}’ is.`,
      fix: { title: say`Write ${keyword}`, safe: false, changes: [{ span, newText: keyword }] },
    };
  }
}
