import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { nearest } from '../../breaks/nearest';
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

const oneOf = (known: readonly string[], word: string): string | undefined =>
  known.some((one) => one.toLowerCase() === word.toLowerCase()) ? undefined : (nearest(word, known)[0] ?? known[0]);

const definition = new RegExp(`^\\s*(?:${requirementDefinitions.join('|')})\\s+"?([^"{]+?)"?\\s*(?::::.*)?\\{`, 'iu');

/** What is defined in the diagram. */
const defined = (broken: Break): string[] =>
  [...spokenLines(broken)].flatMap(({ text }) => definition.exec(text)?.[1] ?? []);

/** What Mermaid stumbles over only when it draws, without a place. */
const unknownEnds = sayings([
  {
    message: /^requirement relation names the unknown (.*)$/,
    line: '^\\s*"?(?<here>$1)"?\\s*(?:-|<-)|(?:->|-)\\s*"?(?<other>$1)"?\\s*$',
    says: (name) => `There is no requirement and no element called ‘${name}’, so nothing is drawn.`,
    instead: defined,
    stays: true,
  },
]);

export const requirementBreaks: readonly Finder[] = [
  comments,
  unknownEnds,
  slips([
    {
      line: /^\s*risk\s*:\s*(?<here>\S+)/diu,
      message: ({ here }) => `‘${here}’ is no risk; risks are Low, Medium and High.`,
      title: ({ here }) => `Write ${oneOf(risks, here!) ?? here}`,
      mend: ({ here }) => oneOf(risks, here!),
    },
    {
      line: /^\s*verifymethod\s*:\s*(?<here>\S+)/diu,
      message: ({ here }) => `‘${here}’ is no method; methods are Analysis, Demonstration, Inspection and Test.`,
      title: ({ here }) => `Write ${oneOf(methods, here!) ?? here}`,
      mend: ({ here }) => oneOf(methods, here!),
    },
    {
      line: new RegExp(`^\\s*(?:${properties})(?<mend>\\s+)(?<here>[^\\s:].*)$`, 'diu'),
      message: 'A colon is missing.',
      title: 'Put the colon',
      mend: ': ',
    },
    {
      line: new RegExp(`^\\s*(?:${properties})\\s*:(?<here>)$`, 'diu'),
      message: 'The value is missing.',
      title: 'Give it a value',
      mend: ' 1',
    },
    {
      line: /-\s*(?<here>\w+)\s*->|<-\s*(?<other>\w+)\s*-/du,
      message: ({ here }) => `‘${here}’ is no relation; there are ${requirementRelations.join(', ')}.`,
      title: ({ here }) => `Write ${oneOf(requirementRelations, here ?? '') ?? here}`,
      mend: ({ here }) => (here ? oneOf(requirementRelations, here) : undefined),
    },
    {
      line: /\s(?<here>--+>|=+>|→|–>|->>)\s/du,
      code: 'mermaid.bad-arrow',
      message: ({ here }) => `‘${here}’ is no arrow here: a relation is written - satisfies ->.`,
      title: 'Write ->',
      mend: '->',
    },
    {
      line: /^\s*[\w.-]+\s+(?<mend>)(?<here>\w+)\s*->/du,
      message: 'A dash is missing before the relation.',
      title: 'Put the dash',
      mend: '- ',
    },
    {
      line: /^\s*[\w.-]+\s+-\s*\w+(?<mend>\s+)(?<here>[\w.-]+)\s*$/du,
      message: 'The arrow -> is missing.',
      title: 'Put the arrow',
      mend: ' -> ',
    },
    {
      line: new RegExp(`^\\s*(?:${requirementDefinitions.join('|')})\\s*(?<mend>)(?<here>\\{)`, 'du'),
      message: 'The name is missing.',
      title: 'Name it',
      mend: 'name ',
    },
    {
      line: /^\s*(?:id|text|type|docref)\s*:\s*(?<here>[^"\s].*)$/diu,
      code: 'mermaid.unquoted-label',
      message: 'This text must stand in quotes.',
      title: 'Put it in quotes',
      mend: ({ here }) => `"${here!.replaceAll('"', "'")}"`,
      safe: true,
    },
  ]),
  misspelt(keywordsOf(requirementWords)),
  unclosedOnLine(['"']),
  compounds({ opens: /(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, apart: /./, closer: '}' }),
];
