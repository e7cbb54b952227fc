import { say } from '../../../l10n/say';
import { directionNamed } from '../../breaks/direction-named';
import { brokenLine, spokenLines } from '../../breaks/line';
import { nearest } from '../../breaks/nearest';
import { placeholder, written } from '../../breaks/placeholder';
import { type Slip, slips, slipsAnywhere } from '../../breaks/slip';
import { nodeShapes } from '../../node-shapes';

const sourceless: Slip = {
  line: /^\s*(?<mend>(?<here>[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?|~~~+|(?:--|==|-\.)\s+[^-=|>]*[^-=|>\s]\s+(?:--+>|==+>|\.+->)))\s*)/du,
  message: say`The arrow comes from nowhere: a node is missing before it.`,
  title: ({ here }) => (/\s/.test(here!) ? say`Put ${placeholder} for the node` : say`Remove the arrow`),
  mend: ({ here }) => (/\s/.test(here!) ? `${placeholder} ${here} ` : ''),
};

/** The same on the line below the place where Mermaid stopped: a word before it may end in the arrow. */
export const sourcelessBelow = slipsAnywhere([sourceless], function* (broken) {
  const { number } = brokenLine(broken);
  for (const line of spokenLines(broken)) {
    if (line.number <= number) continue;
    yield line;
    return;
  }
});

/** What people write beside the grammar of a flowchart, as it looks on one line. */
export const flowchartSlips = slips([
  {
    line: /(?:--+>|---|==+>|-\.+->)\s*(?<mend>\|(?<one>[^|]+)(?<here>\|\|)(?<two>[^|]+)\|)/d,
    message: say`An arrow has one text, between two pipes.`,
    title: say`Make them one text`,
    mend: ({ one, two }) => `|${one}, ${two}|`,
    sure: true,
  },
  {
    line: /^\s*(?!(?:class|classDef|click|direction|end|linkStyle|style|subgraph|graph|flowchart)\b)(?<from>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s+(?<here>(?<word>[a-z]+(?: [a-z]+)?))\s+(?<to>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*;?$/du,
    message: ({ here }) =>
      say`An arrow must stand between two nodes; a word such as ‘${here}’ stands in it, A -->|${here}| B.`,
    title: ({ here }) => say`Write ${arrowFor(here!)}`,
    mend: ({ here }) => arrowFor(here!),
  },
  {
    line: /^\s*linkStyle\s+\S+\s.*?(?<here>(?:label|text)\s*:\s*\S.*?)\s*;?$/d,
    message: say`A style holds no text: what an arrow says stands between pipes behind it, A -->|text| B.`,
    sure: true,
  },
  {
    line: /(?<=^\s*|(?:--+>|==+>|-\.+->|---|&)\s*(?:\|[^|]*\|\s*)?)(?<here>(?<id>[\p{L}\p{N}_.+-]+)@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?=\s|$)/du,
    message: say`An @ is no part of an id: a text with one goes in brackets and quotes after an id.`,
    title: ({ id }) => say`Write ${wordsOf(id!)}["…"]`,
    mend: ({ here, id }) => `${wordsOf(id!)}["${here}"]`,
    brings: ({ here, id }) => ({ id: wordsOf(id!), label: here! }),
    safe: true,
    sure: true,
  },
  {
    line: /(?<here>--+\\>|\\?--+\\?&gt;|-\\->)/d,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ is no arrow here; ‘-->’ is.`,
    title: say`Write -->`,
    mend: '-->',
  },
  {
    line: /[\p{L}\p{N}_]\s*[[({]+(?<here>"\s*"|)[\])}]+/du,
    message: say`A label may not be empty.`,
    title: say`Leave a space for a label`,
    mend: '" "',
    safe: true,
  },
  {
    line: /(?:--+>|==+>|-\.+->)\s*\|[^|]*\|\s*(?<here>-*>)/du,
    message: ({ here }) => say`The ${here} must go: after the arrow’s words comes its node, A -->|text| B.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    safe: true,
  },
  {
    line: /[\p{L}\p{N}_\])}]\s*--\s+[^->|"]*[^->|"\s]\s+(?<here>>)\s*[\p{L}\p{N}_]/du,
    message: say`An arrow with its text ends as an arrow does: A -- text --> B.`,
    title: say`Write -->`,
    mend: '-->',
    sure: true,
  },
  {
    line: /^\s*class\s+(?<here>(?<nodes>[\p{L}\p{N}_]+(?:\s+[\p{L}\p{N}_]+)+))\s+(?<style>[\p{L}\p{N}_]+)\s*;?$/du,
    message: ({ nodes, style }) =>
      say`Several nodes are named with commas and without spaces: class ${nodes!.replace(/\s+/g, ',')} ${style}.`,
    title: say`Write commas`,
    mend: ({ nodes }) => nodes!.replace(/\s+/g, ','),
    sure: true,
  },
  {
    line: /^\s*click\s+\S+\s.*"\s*(?<here>blank|self|parent|top)\s*;?$/d,
    message: ({ here }) => say`Where a link opens is written with an underscore: _${here}.`,
    title: ({ here }) => say`Write _${here}`,
    mend: ({ here }) => `_${here}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<mend>)(?<here>(?!(?:class|classDef|click|direction|end|linkStyle|note|style|subgraph)\b)\p{L}[\p{L}\p{N}'’,_-]*(?:\s+[\p{L}\p{N}'’(][\p{L}\p{N}'’,:/()_-]*){3,}[.!?:]?)$/du,
    message: say`This reads as a sentence, not as a part of the diagram. A comment begins with %%.`,
    title: say`Make it a comment`,
    mend: '%% ',
  },
  {
    line: /@\{.*?\w+:\s*(?:"[^"]*"|[\w-]+)(?<mend>)\s+(?<here>\w+)\s*:/du,
    message: ({ here }) => say`A comma is missing before ‘${here}’.`,
    title: say`Put the comma`,
    mend: ',',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:flowchart|graph)\s+(?<first>TB|TD|BT|LR|RL)(?<mend>[ \t]+(?<here>TB|TD|BT|LR|RL))\s*;?$/d,
    message: ({ first, here }) => say`A flowchart has one direction: ${first} or ${here}.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    sure: true,
  },
  {
    line: /^\s*(?:flowchart|graph)\s+(?:TB|TD|BT|LR|RL)(?<mend>[ \t]+)(?<here>[^\s;%]\S*)/du,
    message: say`The first line holds the type and the direction alone: the first node stands on the next line.`,
    title: say`Begin a new line`,
    mend: '\n  ',
    safe: true,
  },
  {
    line: /^\s*click\s+\S+\s+(?:href\s+)?(?<here>(?:https?:\/\/|\.{0,2}\/)[^\s"]+)/du,
    message: say`The address of a link must stand in quotes.`,
    title: say`Put the address in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
  },
  {
    line: /^\s*click\s+\S+\s+(?:href\s+)?"[^"]*"\s+(?<here>(?!_(?:self|blank|parent|top)\b)[^\s"][^"]*?)\s*;?$/du,
    message: say`The words shown over the node must stand in quotes.`,
    title: say`Put the text in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
  },
  {
    line: /^\s*style\s+[\p{L}\p{N}_]+(?<mend>\s*(?<here>&)\s*(?<node>[\p{L}\p{N}_]+)\s+(?<style>\S.*))$/du,
    message: say`style takes one node: each has a line of its own.`,
    title: say`Give each a line`,
    mend: ({ node, style }) => ` ${style}\n  style ${node} ${style}`,
    safe: true,
  },
  {
    line: /(?<mend>(?<here>--[ox])-+>)/du,
    message: ({ here }) => say`An arrow ends in one sign: ${here}, or -->.`,
    title: ({ here }) => say`Write ${here}`,
    mend: ({ here }) => here!,
  },
  {
    line: /^\s*(?<here>note)\s+(?:left|right|over)\b/diu,
    message: say`A flowchart has no notes. Make it a node, or a comment.`,
    title: say`Make it a comment`,
    mend: ({ here }) => `%% ${here}`,
  },
  {
    line: /(?:^\s*|[>\-=|&]\s*)(?<here>\p{Extended_Pictographic}\uFE0F?)(?=\s|$)/du,
    message: say`An emoji is no id of a node. Give the node an id, and the emoji as its label.`,
    title: say`Make it a label`,
    mend: ({ here }) => `e${here!.codePointAt(0)!.toString(16)}["${here}"]`,
  },
  {
    line: /^\s*(?:flowchart|graph|flowchart-elk|swimlane-beta)\s+(?<here>[^\s;]{1,20})(?=\s*(?:;|$))/diu,
    message: ({ here }) => say`‘${here}’ is no direction; directions are TB, TD, BT, LR and RL.`,
    title: ({ here }) => written(directionMeant(here!)),
    mend: ({ here }) => (isDirection(here!) ? undefined : (directionMeant(here!) ?? 'TB')),
  },
  {
    line: /^\s*direction\s+(?<here>[a-z]{1,12})\s*;?$/diu,
    message: ({ here }) => say`‘${here}’ is no direction; directions are TB, TD, BT, LR and RL.`,
    title: ({ here }) => written(directionMeant(here!)),
    mend: ({ here }) => (isDirection(here!) ? undefined : (directionMeant(here!) ?? 'TB')),
  },
  {
    line: /[\p{L}\p{N}_\])}](?<mend>:::\s*(?<here>))(?:\s|$)/du,
    message: say`The name of a style class is missing after the colons: A:::name.`,
    title: say`Remove :::`,
    mend: '',
  },
  {
    line: /(?<mend>\s*[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?)(?<here>))\s*;?$/du,
    message: say`The arrow leads nowhere: a node is missing after it.`,
    title: say`Remove the arrow`,
    mend: '',
  },
  sourceless,
  {
    line: /(?:--+>|---|==+>|-\.+->)\s+(?<mend>)(?<here>(?:--|==|-\.)[->=ox.]*)(?=[\s|])/du,
    message: say`Two arrows follow each other: a node is missing between them.`,
    title: say`Put ${placeholder} for the node`,
    mend: `${placeholder} `,
  },
  {
    line: /^\s*(?<mend>)(?<here>@\{)/du,
    message: say`The id of the node is missing before ‘@{’.`,
    title: say`Put ${placeholder} for the node`,
    mend: placeholder,
  },
  {
    line: /(?<mend>\s*&\s*)(?<here>[<ox]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?))/du,
    message: say`A node is missing between & and the arrow.`,
    title: say`Remove &`,
    mend: ' ',
  },
  {
    line: /^\s*style\s+[\w,]+(?<here>)\s*$/du,
    message: say`The style is missing: fill:#f9f,stroke:#333.`,
    mend: ' fill:#eee',
  },
  {
    line: /^\s*click\s+\S+(?<here>)\s*$/du,
    message: say`What a click does is missing: click A "https://example.org".`,
    mend: ' href "https://example.org"',
  },
  {
    line: /^\s*classDef\s+[\w,]+(?<here>)\s*$/du,
    message: say`The style is missing: fill:#f9f,stroke:#333.`,
    mend: ' fill:#eee',
  },
  {
    line: /^\s*class\s+[\w,]+(?<here>)\s*$/du,
    message: say`The name of the style class is missing: class A name.`,
    title: say`Put ${placeholder} for the name`,
    mend: ` ${placeholder}`,
  },
  {
    line: /(?:--+>|---|==+>|-\.+->)\s*[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?(?<mend>[ \t]+)(?<here>[\p{L}\p{N}_]+(?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*(?:--|==|-\.)/du,
    message: say`Here a second statement begins: each has a line of its own.`,
    title: say`Begin a new line`,
    mend: '\n  ',
  },
  {
    line: /[\p{L}\p{N}_\])}"]\s+(?<here>(?<mend>)[\p{L}\p{N}_]+(?:[[({].*)?)$/du,
    message: say`An arrow is missing before this node.`,
    title: say`Put --> before it`,
    mend: '--> ',
  },
  {
    line: /^\s*linkStyle\s+(?<mend>)(?<here>[a-z][a-z-]*\s*:)/du,
    message: say`Which arrows are styled is missing: their numbers, counted from 0, or default for all: linkStyle 0 stroke:red.`,
    title: say`Style all arrows`,
    mend: 'default ',
  },
  {
    line: /^\s*linkStyle\s+(?<here>\d[\d,\s]*?)\s/du,
    message: ({ here }) => say`There is no link ${here}: links are counted from 0 in the order of the text.`,
    title: say`Style all links`,
    mend: 'default',
  },
  {
    line: /@\{.*\bshape:\s*"?(?<here>[\w-]+)/du,
    message: ({ here }) => say`‘${here}’ is no shape: there are rect, rounded, circle, diamond, cyl and more.`,
    title: ({ here }) => written(nearest(here!, nodeShapes)[0]),
    mend: ({ here }) => (nodeShapes.includes(here!) ? undefined : (nearest(here!, nodeShapes)[0] ?? 'rect')),
  },
  {
    line: /(?:^|[\s;&>|])(?<mend>)(?<here>[[({]{1,3})"?(?<label>[^\])}"]*)"?[\])}]{1,3}/du,
    message: say`A text in brackets needs the id of a node before it: A[Text].`,
    title: say`Give it an id`,
    mend: ({ label }) => label!.replace(/[^\p{L}\p{N}]+/gu, '') || placeholder,
  },
]);

const directions = ['TB', 'TD', 'BT', 'LR', 'RL'];
const isDirection = (word: string): boolean => directions.includes(word);
const directionMeant = (word: string): string | undefined =>
  isDirection(word.toUpperCase()) ? word.toUpperCase() : directionNamed(word);

const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}_]+/gu, '') || placeholder;

const arrowFor = (word: string): string =>
  /^(?:to|then|and then|goes to|leads to)$/.test(word) ? '-->' : `-->|${word}|`;
