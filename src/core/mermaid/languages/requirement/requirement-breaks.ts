import { say } from '../../../l10n/say';
import { bodyBraces } from '../../breaks/body-braces';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { brokenLine, spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { nearest } from '../../breaks/nearest';
import { placeholder, written } from '../../breaks/placeholder';
import { sayings } from '../../breaks/saying';
import { slips } from '../../breaks/slip';
import type { Break, Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import {
  requirementDefinitions,
  requirementProperties,
  requirementRelations,
  requirementWords,
} from './requirement-words';

const properties = requirementProperties.join('|');
const risks = ['Low', 'Medium', 'High'];
const methods = ['Analysis', 'Demonstration', 'Inspection', 'Test'];

const isOneOf = (known: readonly string[], word: string): boolean =>
  known.some((one) => one.toLowerCase() === word.toLowerCase());
const oneOf = (known: readonly string[], word: string): string | undefined => nearest(word, known)[0];

/** The risk that a word means, where it is none. */
const risk = (word: string): string | undefined => {
  if (/^(?:critical|severe|major|urgent|very|extreme|huge|big|strong)/i.test(word)) return 'High';
  return /^(?:moderate|normal|mid|average)/i.test(word)
    ? 'Medium'
    : /^(?:minor|small|little|negligible)/i.test(word)
      ? 'Low'
      : oneOf(risks, word);
};

/** The method that a word means, where it is none. */
const method = (word: string): string | undefined => {
  const stem = word.slice(0, 4).toLowerCase();
  if (/^(?:review|audit|check|visual|walk)/i.test(word)) return 'Inspection';
  if (/^(?:simulat|calculat|model|study|proof)/i.test(word)) return 'Analysis';
  return methods.find((one) => one.toLowerCase().startsWith(stem)) ?? oneOf(methods, word);
};

const definition = new RegExp(`^\\s*(?:${requirementDefinitions.join('|')})\\s+"?([^"{]+?)"?\\s*(?::::.*)?\\{`, 'iu');

/** What is defined in the diagram. */
const defined = (broken: Break): string[] =>
  [...spokenLines(broken)].flatMap(({ text }) => definition.exec(text)?.[1] ?? []);

/** What Mermaid stumbles over only when it draws, without a place. */
const unknownEnds = sayings([
  {
    message: /^requirement relation names the unknown (.*)$/,
    line: '^\\s*"?(?<here>$1)"?\\s*(?:-|<-)|(?:->|-)\\s*"?(?<other>$1)"?\\s*$',
    says: (name) => say`There is no requirement and no element called ‘${name}’, so nothing is drawn.`,
    instead: defined,
    stays: true,
  },
]);

const head = new RegExp(
  `^\\s*(?:${requirementDefinitions.join('|')}|element)\\s+(?:"[^"]*"|[\\w.-]+)(?:\\s*:::\\s*\\w+)?$`,
);

/** `requirement r` with its properties below, as Python has it: the braces are missing, or the first of them. */
const braceless: Finder = function* (broken) {
  const lines = [...spokenLines(broken)];
  const at = lines.findIndex(({ number }) => number === brokenLine(broken).number);
  for (const i of [at, at - 1]) {
    const first = lines[i];
    if (!first || !head.test(first.text)) continue;
    const below = lines.slice(i + 1);
    const after = below.findIndex(({ text }) => !/^\s*\w+\s*:(?!:)/.test(text));
    const last = (after < 0 ? below : below.slice(0, after)).at(-1) ?? first;
    const isClosed = after >= 0 && /^\s*\}/.test(below[after]!.text);
    const margin = /^\s*/.exec(first.text)![0];
    const span = { start: first.end, end: first.end };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`What is said of it must stand in braces: requirement name { … }.`,
      sure: true,
      fix: {
        title: isClosed ? say`Put the {` : say`Put the braces`,
        safe: false,
        changes:
          last === first && !isClosed
            ? [{ span, newText: ` {\n${margin}}` }]
            : [
                { span, newText: ' {' },
                ...(isClosed ? [] : [{ span: { start: last.end, end: last.end }, newText: `\n${margin}}` }]),
              ],
      },
    };
  }
};

/** A relation by a slip of the pen, or by another word for it. */
const relationMeant = (word: string): string | undefined =>
  oneOf(requirementRelations, word) ??
  (
    [
      [/^(?:fulfil|implement|meet|realize|realise)/i, 'satisfies'],
      [/^(?:test|check|valid|prove)/i, 'verifies'],
      [/^(?:include|has|compos|own)/i, 'contains'],
      [/^(?:from|derived)/i, 'derives'],
      [/^(?:detail|specif)/i, 'refines'],
    ] as const
  ).find(([like]) => like.test(word))?.[1];

export const requirementBreaks: readonly Finder[] = [
  comments,
  ...bodyBraces(/^\s*(?:\w*[rR]equirement|element|designConstraint)\s+[^{]*[^{\s]$/),
  unknownEnds,
  braceless,
  slips([
    {
      line: /^\s*(?:id|text|risk|verifymethod|type|docref)(?<mend>\s*(?<here>=)\s*)\S/di,
      message: say`A colon must stand between the property and its value.`,
      title: say`Write a colon`,
      mend: ': ',
      safe: true,
    },
    {
      line: /^\s*(?:id|text|risk|verifymethod|type|docref)\s*:\s*[^",]*[^",\s]\s*(?<here>,)$/di,
      message: say`The comma must go: each property has a line of its own.`,
      title: say`Remove the comma`,
      mend: '',
      safe: true,
      sure: true,
    },
    {
      line: new RegExp(
        `^\\s*"?[\\w.-]+"?\\s+(?<mend>(?<here>-+>|==>)\\s*(?<to>"[\\w. -]+"|[\\w.-]+)\\s*:\\s*"?(?<relation>${requirementRelations.join('|')})"?)$`,
        'di',
      ),
      code: 'mermaid.bad-arrow',
      message: ({ relation }) => say`A relation is written with one dash and an arrow: A - ${relation} -> B.`,
      title: ({ relation }) => say`Write - ${relation} ->`,
      mend: ({ relation, to }) => `- ${relation} -> ${to}`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*"?[\w.-]+"?\s+(?<here>-->|->|==>)\s+"?[\w.-]+"?\s*$/d,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => say`‘${here}’ does not say how the two are related: A - satisfies -> B does.`,
      mend: '- satisfies ->',
      sure: true,
    },
    {
      line: new RegExp(
        `^\\s*"?[\\w.-]+"?\\s+(?<mend>(?<here>--+>?)\\s*\\|?\\s*(?<relation>${requirementRelations.join('|')})\\b\\s*\\|?\\s*(?:[-=]+>)?)\\s*"?[\\w.-]+"?$`,
        'di',
      ),
      code: 'mermaid.bad-arrow',
      message: ({ relation }) => say`A relation is written with one dash and an arrow: A - ${relation} -> B.`,
      title: ({ relation }) => say`Write - ${relation} ->`,
      mend: ({ relation }) => `- ${relation} ->`,
      safe: true,
      sure: true,
    },
    {
      line: new RegExp(`^\\s*"?[\\w.-]+"?\\s+(?<here>${requirementRelations.join('|')})\\s+"?[\\w.-]+"?\\s*$`, 'di'),
      message: ({ here }) => say`A relation is written with a dash and an arrow: A - ${here} -> B.`,
      title: ({ here }) => say`Write - ${here} ->`,
      mend: ({ here }) => `- ${here} ->`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<here>desc(?:ription)?|summary|title|name|label)\s*:/di,
      message: ({ here }) => say`‘${here}’ is no property: what is required stands after ‘text:’.`,
      title: say`Write text`,
      mend: 'text',
      sure: true,
    },
    {
      line: /^\s*(?<here>verif(?:y|ication)(?:[ _-]?method)?|method)\s*:/di,
      message: say`The property is called verifymethod.`,
      title: say`Write verifymethod`,
      mend: ({ here }) => (here!.toLowerCase() === 'verifymethod' ? undefined : 'verifymethod'),
      sure: true,
    },
    {
      line: new RegExp(`^\\s*(?<here>(?!(?:${properties}|accTitle|accDescr|direction)\\b)[a-z]+)\\s*:(?!:)`, 'di'),
      message: ({ here }) =>
        say`‘${here}’ is no property: a requirement has id, text, risk and verifymethod, an element type and docref.`,
    },
    {
      line: /^\s*risk\s*:\s*(?<here>\S+)/diu,
      message: ({ here }) => say`‘${here}’ is no risk; risks are Low, Medium and High.`,
      title: ({ here }) => written(risk(here!)),
      mend: ({ here }) => (isOneOf(risks, here!) ? undefined : (risk(here!) ?? 'Low')),
    },
    {
      line: /^\s*verifymethod\s*:\s*(?<here>\S+)/diu,
      message: ({ here }) => say`‘${here}’ is no method; methods are Analysis, Demonstration, Inspection and Test.`,
      title: ({ here }) => written(method(here!)),
      mend: ({ here }) => (isOneOf(methods, here!) ? undefined : (method(here!) ?? 'Analysis')),
    },
    {
      line: new RegExp(`^\\s*(?<mend>(?<here>:)\\s*(?<word>${properties}))\\b\\s*`, 'diu'),
      message: ({ word }) => say`The colon must stand behind ${word}.`,
      title: ({ word }) => say`Write ${word}:`,
      mend: ({ word }) => `${word}: `,
    },
    {
      line: /^\s*(?<mend>(?<id>[\w"-]+)\s+(?<here>element|\w*requirement|designConstraint))\s*\{\s*$/di,
      message: ({ here }) => say`The word ${here} must stand before the name.`,
      title: ({ id, here }) => say`Write ${here} ${id}`,
      mend: ({ id, here }) => `${here} ${id}`,
    },
    {
      line: /^\s*(?<mend>)(?<here>[\w"-]+)\s*\{\s*$/d,
      message: ({ here }) => say`What ‘${here}’ is must stand before it: requirement or element.`,
      title: say`Put ${'element'}`,
      mend: 'element ',
    },
    {
      line: /^\s*(?<mend>)(?<here>[\w"-]+)\s*\{\s*$/d,
      message: ({ here }) => say`What ‘${here}’ is must stand before it: requirement or element.`,
      title: say`Put ${'requirement'}`,
      mend: 'requirement ',
    },
    {
      line: /^\s*[\w"-]+\s*-(?<here>\s*)->\s*[\w"-]+$/d,
      message: say`What relates the two is missing between dash and arrow: A - satisfies -> B.`,
      mend: ' satisfies ',
    },
    {
      line: new RegExp(`^\\s*(?:${properties})(?<mend>\\s+)(?<here>[^\\s:].*)$`, 'diu'),
      message: say`A colon is missing behind the property: id: 1.`,
      title: say`Put the colon`,
      mend: ': ',
    },
    {
      line: new RegExp(`^\\s*(?<word>${properties})\\s*:(?<here>)$`, 'diu'),
      message: say`The value is missing after the colon.`,
      mend: ({ word }) => (/^v/i.test(word!) ? ' test' : /^r/i.test(word!) ? ' high' : ' 1'),
    },
    {
      line: /(?:-\s*(?=\w+\s*->)|<-\s*(?=\w+\s*-))(?<here>\w+)/du,
      message: ({ here }) => say`‘${here}’ is no relation; there are ${requirementRelations.join(', ')}.`,
      title: ({ here }) => written(relationMeant(here ?? '')),
      mend: ({ here }) =>
        here && !isOneOf(requirementRelations, here) ? (relationMeant(here) ?? 'satisfies') : undefined,
    },
    {
      line: /\s(?<here>--+>|=+>|→|–>|->>)\s/du,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => say`‘${here}’ is no arrow here: a relation is written - satisfies ->.`,
      title: say`Write ->`,
      mend: '->',
    },
    {
      line: /^\s*[\w.-]+\s+(?<mend>)(?<here>\w+)\s*->/du,
      message: say`A dash is missing before the relation.`,
      title: say`Put the dash`,
      mend: '- ',
    },
    {
      line: /^\s*[\w.-]+\s+-\s*\w+(?<mend>\s+)(?<here>[\w.-]+)\s*$/du,
      message: say`The arrow -> is missing.`,
      title: say`Put the arrow`,
      mend: ' -> ',
    },
    {
      line: new RegExp(`^\\s*(?:${requirementDefinitions.join('|')})\\s*(?<mend>)(?<here>\\{)`, 'du'),
      message: say`The name is missing before the brace.`,
      title: say`Put ${placeholder} for the name`,
      mend: `${placeholder} `,
    },
    {
      line: /^\s*(?:id|text|type|docref)\s*:\s*(?<here>[^"\s].*)$/diu,
      code: 'mermaid.unquoted-label',
      message: ({ here }) => {
        const signs = [...new Set(here!.match(/[-,:<>={}"]/g))].join(' ');
        return signs
          ? say`A text that holds ${signs} must stand in quotes here.`
          : say`This text must stand in quotes, since Mermaid reads a part of it as something else.`;
      },
      title: say`Put it in quotes`,
      mend: ({ here }) => `"${here!.replaceAll('"', "'")}"`,
      safe: true,
    },
  ]),
  misspelt(keywordsOf(requirementWords)),
  slips([
    {
      line: /^\s*(?<here>[A-Za-z]\w*)\s+(?:"[^"]*"|[\w.-]+)\s*(?::::\w+\s*)?\{$/d,
      message: ({ here }) =>
        say`‘${here}’ is no kind of requirement; there are ${requirementDefinitions.slice(0, -1).join(', ')} and ${requirementDefinitions.at(-1)}.`,
      title: say`Write requirement`,
      mend: ({ here }) => (requirementDefinitions.includes(here!) ? undefined : 'requirement'),
    },
  ]),
  unclosedOnLine(['"']),
  compounds({ opens: /(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, apart: /./, closer: '}' }),
];
