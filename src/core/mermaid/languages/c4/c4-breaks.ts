import { blocks } from '../../breaks/blocks';
import { comments } from '../../breaks/comments';
import { unclosedOnLine } from '../../breaks/delimiters';
import { misspelt } from '../../breaks/misspelt';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';

const kinds = [
  'Person',
  'System',
  'SystemDb',
  'SystemQueue',
  'Container',
  'ContainerDb',
  'ContainerQueue',
  'Component',
  'ComponentDb',
  'ComponentQueue',
];

const elements = [
  ...kinds,
  ...kinds.map((kind) => `${kind}_Ext`),
  'Boundary',
  'Enterprise_Boundary',
  'System_Boundary',
  'Container_Boundary',
  'Deployment_Node',
  'Node',
  'Node_L',
  'Node_R',
  'Rel',
  'BiRel',
  'Rel_U',
  'Rel_Up',
  'Rel_D',
  'Rel_Down',
  'Rel_L',
  'Rel_Left',
  'Rel_R',
  'Rel_Right',
  'Rel_Back',
  'RelIndex',
  'UpdateElementStyle',
  'UpdateRelStyle',
  'UpdateLayoutConfig',
  'title',
];

export const c4Breaks: readonly Finder[] = [
  comments,
  misspelt(elements),
  slips([
    {
      line: new RegExp(`^\\s*(?:${elements.join('|')})(?<mend>\\s+(?<content>(?<here>\\w+)[^()]*))$`, 'du'),
      message: 'What an element says stands in parentheses.',
      title: 'Put it in parentheses',
      mend: ({ content }) => `(${content})`,
    },
    {
      line: /^\s*(?<here>\w+)\s*\(/du,
      message: ({ here }) => `‘${here}’ is no element of C4.`,
      title: 'Write Rel',
      mend: ({ here }) => (elements.includes(here!) ? undefined : /rel/i.test(here!) ? 'Rel' : 'System'),
    },
  ]),
  unclosedOnLine(['"', '(']),
  blocks({ opens: /\).*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];
