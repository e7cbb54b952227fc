import { say } from '../../../l10n/say';
import { blanked } from '../../breaks/arrows';
import { bodyLines, type Doubter } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { runawayTexts } from './half-texts';
import { swallowedNodes } from './swallowed-nodes';

const glued = /(?<=[\p{L}\p{N}_\])}])(?:--+|==+|-\.+-)(?<mend>)(?<head>[ox])(?<rest>[a-z][\p{L}\p{N}_]{2,})/dgu;

/** `shop---orders`: an `o` or `x` behind an arrow without a head is taken for one, and the id loses a letter. */
const gluedIds: Doubter = function* (diagram) {
  const known = new Map(diagram.symbols.nodes.map((node) => [node.id, node.occurrences.length]));
  for (const line of bodyLines(diagram)) {
    for (const match of line.text.matchAll(glued)) {
      const { head, rest } = match.groups!;
      // What is named elsewhere without the letter has it for a head.
      if ((known.get(rest!) ?? 0) > 1 && !known.has(`${head}${rest}`)) continue;
      const [at] = match.indices!.groups!.mend!;
      const from = line.start + match.index;
      yield {
        code: 'mermaid.lost-text',
        span: { start: from, end: line.start + at + 1 },
        message: say`The ‘${head}’ is taken for the head of the arrow, and a node ‘${rest}’ is drawn. A space keeps it with ‘${head}${rest}’.`,
        fix: {
          title: say`Put spaces round the arrow`,
          safe: true,
          changes: [
            { span: { start: from, end: from }, newText: ' ' },
            { span: { start: line.start + at, end: line.start + at }, newText: ' ' },
          ],
        },
      };
    }
  }
};

/** `A::hot`, `A.hot`, where a class is called hot: two colons and a point belong to the id, and the class colours nothing. */
const classesByTwoColons: Doubter = function* (diagram) {
  const classes = new Set(
    [...diagram.text.matchAll(/^[ \t]*classDef[ \t]+([\w,]+)/gm)].flatMap((match) => match[1]!.split(',')),
  );
  if (classes.size === 0) return;
  for (const line of bodyLines(diagram)) {
    for (const match of blanked(line.text, /"[^"]*"|\[[^\]]*\]|\|[^|]*\|/g).matchAll(
      /(?<=[\w\])}])(?<sign>::?|\.)(?<name>\w+)(?![\w:.])/g,
    )) {
      if (!classes.has(match.groups!.name!)) continue;
      const start = line.start + match.index;
      const sign = match.groups!.sign!;
      const span = { start, end: start + sign.length };
      yield {
        code: 'mermaid.value',
        span,
        message: say`The class of a node must stand after three colons; so ‘${sign}${match.groups!.name}’ is drawn as a part of the id.`,
        fix: { title: say`Write :::`, safe: false, changes: [{ span, newText: ':::' }] },
      };
    }
  }
};

export const flowchartDoubts: readonly Doubter[] = [
  swallowedNodes,
  runawayTexts,
  gluedIds,
  classesByTwoColons,
  misreadings([
    {
      line: /^\s*(?<here>`{3,}|~{4,})\s*$/d,
      message: say`The fence of a block of code is drawn as a node: it does not belong into the diagram.`,
      title: say`Remove it`,
      mend: '',
    },
    {
      line: /[\p{L}\p{N}_](?<mend>\[(?<here>\/[^[\]"\s]+(?:\s+\/[^[\]"\s]+)+\/|(?:\/[a-z\d_.:{}-]+){3,}\/)\])/du,
      code: 'mermaid.lost-text',
      message: say`The slashes at both ends are drawn as a leaning shape, not as text. A path stands in quotes.`,
      title: say`Put the label in quotes`,
      mend: ({ here }) => `["${here}"]`,
      safe: true,
    },
    {
      line: /^\s*end(?<here>\s*:)\s*$/d,
      message: say`The colon is drawn as a node: end stands alone.`,
      title: say`Remove the colon`,
      mend: '',
    },
    {
      line: /^\s*classDef\s+(?<mend>(?<here>[a-z-]+:[^\s,;]+(?:,[^\s;]*)*)\s+(?<name>\w+))\s*$/d,
      message: ({ here, name }) => say`The name of the class stands first: classDef ${name} ${here}.`,
      title: say`Put the name first`,
      mend: ({ here, name }) => `${name} ${here}`,
    },
    {
      line: /^\s*(?:classDef|style)\s+\S+\s+\S*[^,;\s](?<mend>[ \t]+)(?<here>(?:fill|stroke|color|background|opacity|font|rx|ry)[\w-]*\s*:)/d,
      message: say`A comma is missing between two styles: from here on nothing of them is drawn.`,
      title: say`Put the comma`,
      mend: ',',
    },
    {
      line: /@\{(?:[^{}"]*,)?\s*(?<here>(?:shape|label|icon|form|pos|img|constraint|animate|animation|curve)(?<mend>[ \t]+))(?=[^\s:,}])/d,
      message: ({ here }) => say`A colon is missing after ‘${here!.trim()}’, so that it is left out.`,
      title: say`Put the colon`,
      mend: ': ',
    },
    {
      line: /^\s*(?:style|linkStyle|classDef)\s+[\w,]+\s+(?:[\w-]+:[^;,]*,\s*)*[\w-]+:[^;,]*(?<mend>(?<here>;)\s*)(?=[a-z-]+:)/d,
      message: say`The semicolon ends the style, and what stands after it is drawn as a node.`,
      title: say`Write a comma`,
      mend: ',',
    },
    {
      line: /^\s*(?:style|linkStyle|classDef)\s+[\w,]+\s+(?<mend>(?<here>(?!interpolate\b)[a-z-]+)\s+(?<value>#[\da-f]+|[a-z]+|\d\w*))\s*$/d,
      message: ({ here, value }) =>
        say`A colon must stand between ‘${here}’ and its value; without it nothing is styled: ${here}:${value}.`,
      title: say`Put the colon`,
      mend: ({ here, value }) => `${here}:${value}`,
      safe: true,
    },
    {
      line: /^\s*click\s+\S+\s+(?<here>(?:https?:\/\/|www\.)[^\s"]+)\s*(?:"[^"]*"\s*)?$/d,
      message: say`Without quotes the address is taken for the name of a function, and a click opens nothing.`,
      title: say`Put the address in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
    {
      line: /^\s*class\s+[\w,]+(?<here>:)(?!:)\s+\w+\s*$/d,
      message: say`The colon must go: with it no node gets the style class.`,
      title: say`Remove the colon`,
      mend: '',
      safe: true,
    },
    {
      line: /[\p{L}\p{N}_\])}]\s*(?<mend>(?<here>--|==)\|(?<text>[^|"]*)\|(?<end>--+>|==+>))/du,
      message: say`The pipes are drawn as text here: they stand after the whole arrow.`,
      title: say`Put the text after the arrow`,
      mend: ({ text, end }) => `${end}|${text}|`,
    },
  ]),
];
