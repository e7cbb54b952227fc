import { say } from '../../../l10n/say';
import { brokenLine, lineAt, lineBefore, spokenLines } from '../../breaks/line';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';

const arrow = '(?:<<)?--?(?:>>?|[x)])';
const isNoMessage = `(?!\\s*(?:${arrow}|:))`;

/** What people bring from PlantUML, from programs and from flowcharts, or write as it looks. */
export const sequenceForeign = slips([
  {
    line: /^\s*note\s+(?<mend>(?<here>between|from|across|spanning)\s+(?<first>[^\s:,]+)\s*(?:,|\band\b|\bto\b|&)\s*(?<last>[^\s:,]+))\s*:/di,
    message: say`A note must stand over one actor, or from one to another: the first and the last are named.`,
    title: ({ first, last }) => say`Write over ${first},${last}`,
    mend: ({ first, last }) => `over ${first},${last}`,
    sure: true,
  },
  {
    line: /^\s*[^:]*?(?<mend>(?<arrow>(?:<<)?--?(?:>>?|[x)]))\s*(?<to>[^\s:+-][^:+-]*?)\s*(?<here>[+-]))\s*:/d,
    message: ({ here, arrow }) => say`The ${here} stands before the receiver: A${`${arrow}${here}`}B: text.`,
    title: ({ here }) => say`Put ${here} before the receiver`,
    mend: ({ arrow, here, to }) => `${arrow}${here}${to}`,
  },
  {
    line: /^\s*(?<mend>)(?<here>over|(?:left|right)\s+of)\s+(?!note\b)[^:>]+:/di,
    message: ({ here }) => say`The word ${'Note'} is missing before ‘${here}’.`,
    title: say`Put ${'Note'}`,
    mend: 'Note ',
    sure: true,
  },
  {
    line: /^\s*(?:[\p{L}\p{N}_][\p{L}\p{N}_ ]*?)(?<mend>\s*(?<here>--?|==|-\.)\s*(?<text>[^\s>:-][^>:]*?)\s*(?:--?>{1,2}|==>|\.->)\s*(?<to>[\p{L}\p{N}_][\p{L}\p{N}_ ]*))$/du,
    message: say`The text of a message must stand after a colon: A->>B: text.`,
    title: say`Put it after a colon`,
    mend: ({ text, to }) => `->>${to}: ${text}`,
    sure: true,
  },
  {
    line: /^\s*note\s+over\s+(?<mend>(?<first>[^,:]+?)\s*,[^,:]*?(?<here>,)(?:[^,:]*,)*\s*(?<last>[^,:\s][^,:]*?))\s*(?::|$)/diu,
    message: say`A note must stand over one actor, or from one to another: the first and the last are named.`,
    title: ({ first, last }) => say`Write ${first},${last}`,
    mend: ({ first, last }) => `${first},${last}`,
    sure: true,
  },
  {
    line: /^\s*note\s+(?<mend>(?:left|right)\s+of\s+(?<first>[^,:]+?)\s*(?<here>,)\s*(?<last>[^,:]+?))\s*:/diu,
    message: say`A note must stand left or right of one actor. Over several it is a note over them.`,
    title: ({ first, last }) => say`Write over ${first},${last}`,
    mend: ({ first, last }) => `over ${first},${last}`,
    sure: true,
  },
  {
    line: /^\s*note\s+(?:over|(?:left|right)\s+of)\s*(?<here>:)/diu,
    message: say`The note lacks the actor that it belongs to: Note over A: text.`,
    sure: true,
  },
  {
    line: /^\s*note\s+(?<here>on(?:\s+top\s+of)?|above|below|under|at|by|near|beside|across|for|(?:top|bottom)\s+of)\s+[^\s:,-]/diu,
    message: ({ here }) => say`A note must stand over, left of or right of an actor, not ‘${here}’ it.`,
    title: say`Write over`,
    mend: 'over',
    sure: true,
  },
  {
    line: /^\s*note\s+(?:left|right)\s+(?<mend>(?<here>to|from|at|by|side)(?:\s+of)?)\s+[^\s:,]+\s*:/diu,
    message: ({ here }) => say`A note must stand left of or right of an actor, not ‘${here}’ it.`,
    title: say`Write of`,
    mend: 'of',
    sure: true,
  },
  {
    line: /^[^:]*?[\p{L}\p{N}_]\s*(?<here>(?<dash>--?)>?[ \t]+-?>{1,2})(?=[ \t]*[+-]?[ \t]*[\p{L}\p{N}_][^:>]*(?::|$))/du,
    code: 'mermaid.bad-arrow',
    message: ({ here, dash }) => say`An arrow has no space in it: ‘${dash}>>’, not ‘${here}’.`,
    title: ({ dash }) => say`Write ${dash}>>`,
    mend: ({ dash }) => `${dash}>>`,
    sure: true,
  },
  {
    line: /^\s*title(?<mend>\s*(?<here>=)\s*)\S/di,
    message: say`The title must stand after the word title alone, without =.`,
    title: say`Remove =`,
    mend: ' ',
    sure: true,
  },
  {
    line: /^\s*note\s*(?<here>:)/diu,
    message: say`A note must stand over, left of or right of an actor: Note over A: text.`,
    sure: true,
  },
  {
    line: /(?:--?>>?)\s*(?<here>-)(?<mend>)(?=[x)])/d,
    message: say`The minus and the letter after it read as the arrow -x. A space keeps the name of the actor whole.`,
    title: say`Put a space after the minus`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*(?<mend>(?<here>[-*])[ \\t]+)(?=[\\p{L}\\p{N}_][^:]*?${arrow}\\s*[+-]?\\s*[\\p{L}\\p{N}_][^:]*:)`,
      'du',
    ),
    message: say`A message begins with who sends it, without a mark of a list.`,
    title: say`Remove the mark`,
    mend: '',
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*(?<mend>(?<here>[+-])\\s*(?<from>[\\p{L}\\p{N}_][^:<>+-]*?)\\s*(?<arrow>${arrow})\\s*)(?=[\\p{L}\\p{N}_])`,
      'du',
    ),
    message: say`The sign that begins or ends an activation must stand after the arrow: A->>+B.`,
    title: say`Put it after the arrow`,
    mend: ({ here, from, arrow }) => `${from}${arrow}${here}`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*(?<mend>(?<from>[^:|]+?)\\s*(?<arrow>${arrow})\\s*(?<here>\\|)\\s*(?<text>[^|]+?)\\s*\\|\\s*(?<to>[^:|]+))$`,
      'du',
    ),
    message: say`The text of a message must stand after a colon: A->>B: text.`,
    title: say`Put it after a colon`,
    mend: ({ from, arrow, to, text }) => `${from}${arrow}${to!.trim()}: ${text}`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^(?<mend>(?<margin>\\s*)(?<from>[^:,]+?)\\s*(?<arrow>${arrow})\\s*(?<to>[^:,]+?)\\s*(?<here>,)\\s*(?<other>[^:,]+?)\\s*(?<text>:.*))$`,
      'du',
    ),
    message: say`A message has one receiver: for each it is a line of its own.`,
    title: say`Write a message for each`,
    mend: ({ margin, from, arrow, to, other, text }) =>
      `${margin}${from}${arrow}${to}${text}\n${margin}${from}${arrow}${other}${text}`,
    sure: true,
  },
  {
    line: /^(?<mend>(?<margin>\s*)(?<word>participant|actor)\s+(?<first>[^,:@]+?)\s*(?<here>,)\s*(?<others>[^:@]+))$/diu,
    message: ({ word }) => say`Each ${word!.toLowerCase()} has a line of its own.`,
    title: say`Give each a line`,
    mend: ({ margin, word, first, others }) =>
      [first!, ...others!.split(/\s*,\s*/)].map((one) => `${margin}${word} ${one.trim()}`).join('\n'),
    safe: true,
    sure: true,
  },
  {
    line: /^(?<mend>(?<margin>\s*)(?<here>(?<word>participant|actor)s)\s*:?\s+(?<names>[^:@>]+))$/diu,
    message: ({ word }) => say`Each ${word!.toLowerCase()} has a line of its own: ${word!.toLowerCase()} A.`,
    title: say`Give each a line`,
    mend: ({ margin, word, names }) =>
      names!
        .split(/\s*,\s*|\s+and\s+/)
        .map((one) => `${margin}${word} ${one.trim()}`)
        .join('\n'),
    sure: true,
  },
  {
    line: /^\s*(?:activate|deactivate|destroy|participant|actor)(?<mend>\s*(?<here>:)\s*)[^\s:@>-][^:@>]*$/diu,
    message: say`The colon must go: none belongs after this word.`,
    title: say`Remove the colon`,
    mend: ' ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:activate|deactivate|destroy)\s+[^\s:]+(?<mend>\s*(?<here>:).*)$/diu,
    message: say`Only the name of an actor stands here: a text belongs to a message.`,
    title: say`Remove the text`,
    mend: '',
    sure: true,
  },
  ...(
    [
      ['if|switch|when|case', 'alt', 'A choice opens with alt, not with'],
      ['else\\s?if|elif|elsif', 'else', 'The other case of alt opens with else, not with'],
      ['while|for|foreach|repeat', 'loop', 'A repetition opens with loop, not with'],
      ['parallel', 'par', 'What happens at the same time opens with par, not with'],
      ['optional', 'opt', 'What happens perhaps opens with opt, not with'],
      [
        'database|boundary|control|entity|queue|collections|system|service|component',
        'participant',
        'Who takes part is declared by participant, not by',
      ],
      ['user|person', 'actor', 'Who takes part is declared by participant or actor, not by'],
    ] as const
  ).map(([words, keyword, message]) => ({
    line: new RegExp(`^\\s*(?<here>${words})\\b${isNoMessage}(?!.*${arrow}.*:)\\s+\\S`, 'di'),
    message: ({ here }: Readonly<Record<string, string>>) => say`${message} ‘${here}’.`,
    title: say`Write ${keyword}`,
    mend: keyword,
    sure: true,
  })),
  {
    line: /^\s*create\s+(?<mend>)(?<here>(?!participant\b|actor\b)[\p{L}\p{N}_]+)\s*$/diu,
    message: say`What is created is a participant or an actor: create participant B.`,
    title: say`Put participant`,
    mend: 'participant ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>group)\b(?!.*:)/di,
    message: say`There is no group: a frame is loop, alt, opt, par, critical or break, a background rect.`,
    sure: true,
  },
  {
    line: /^\s*(?<here>==+[^=>]*==+)$/d,
    message: say`There are no dividers. A note over the actors says the same: Note over A,B: text.`,
    sure: true,
  },
  {
    line: /^\s*(?<here>ref)\s+over\s+[^:]+:/di,
    message: say`Another diagram cannot be referred to. A note over the actors says the same: Note over A,B: text.`,
    title: say`Write ${'Note'}`,
    mend: 'Note',
    sure: true,
  },
  {
    line: /^\s*(?<here>\.{3,}[^:]*|\|{3}|\.\.\.[^:]*\.\.\.)$/d,
    message: say`A pause cannot be drawn. A note over the actors says the same: Note over A,B: text.`,
    sure: true,
  },
  {
    line: /^\s*(?<here>@(?:start|end)uml\b.*|skinparam\b.*|hide\s+\w+|!include\b.*)$/di,
    message: say`This is PlantUML, which Mermaid does not read.`,
    title: say`Remove it`,
    mend: '',
    sure: true,
  },
]);

/** `Note over A`, the text on the next lines, `end note`: as PlantUML and state diagrams have it. */
export const noteBlocks: Finder = function* (broken) {
  const lines = [...spokenLines(broken)];
  for (const [i, line] of lines.entries()) {
    if (!/^\s*note\s+(?:over|(?:left|right)\s+of)\s+[^:]+$/i.test(line.text)) continue;
    const closing = lines.findIndex(({ text }, at) => at > i && /^\s*end\s?note\s*$/i.test(text));
    if (closing < 0) continue;
    const said = lines.slice(i + 1, closing).map(({ text }) => text.trim());
    // Of a note without words nothing would be drawn.
    if (said.length === 0) continue;
    const end = lineAt(broken, lines[closing]!.number).end;
    yield {
      code: 'mermaid.syntax',
      span: { start: line.end, end: line.end },
      message: say`A note must stand on one line, its text after a colon: <br/> begins a new line in it.`,
      sure: true,
      fix: {
        title: say`Write the note on one line`,
        safe: false,
        changes: [{ span: { start: line.end, end }, newText: `: ${said.join('<br/>')}` }],
      },
    };
  }
};

/** A text that goes on deeper on the next line: it has one. */
export const runningTexts: Finder = function* (broken) {
  const line = brokenLine(broken);
  const above = lineBefore(broken, line);
  if (!above || !/:\s*\S/.test(above.text) || line.indent <= above.indent || /:|--?[>x)]/.test(line.text)) return;
  const start = line.start + line.text.length - line.text.trimStart().length;
  yield {
    code: 'mermaid.syntax',
    span: { start, end: line.end },
    message: say`A text stands on one line: <br/> begins a new line in it.`,
    fix: {
      title: say`Write it on one line`,
      safe: false,
      changes: [{ span: { start: above.end, end: start }, newText: '<br/>' }],
    },
  };
};

/** A line that has no arrow where only messages are left. */
export const noMessages: Finder = slips([
  {
    line: new RegExp(
      `^(?!\\s*(?:sequenceDiagram|end|participant|actor|create|destroy|activate|deactivate|autonumber|title|note|box|rect|loop|alt|else|opt|par|and|critical|option|break|acc\\w+)\\b)(?!.*${arrow})\\s*(?<here>[^\\s:;][^:;]*)$`,
      'd',
    ),
    message: say`This is no message: it lacks an arrow. One is written A->>B: text.`,
  },
]);
