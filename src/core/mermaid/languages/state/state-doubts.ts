import { say } from '../../../l10n/say';
import { bracesBelow } from '../../breaks/brace-below';
import { directionNamed } from '../../breaks/direction-named';
import { written } from '../../breaks/placeholder';
import type { Suspect } from '../../breaks/suspect';
import { unopenedBodies } from '../../breaks/unopened-body';
import { bodyLines, type Doubter, type Taken } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { mistakenKeywords } from '../../doubts/mistaken-keywords';
import { bodyOpener } from './state-words';

/** What Mermaid draws all the same is no error of syntax. */
function* valued(suspects: Iterable<Suspect>): Iterable<Suspect> {
  for (const suspect of suspects) yield { ...suspect, code: 'mermaid.value' };
}

export const stateDoubts: readonly Doubter[] = [
  outsideNotes(strayEnds),
  outsideNotes((diagram) =>
    valued(unopenedBodies(/^\s*state\s+(?:"[^"]*"\s+as\s+)?[\p{L}\p{N}_]+$/u, [...bodyLines(diagram)])),
  ),
  outsideNotes((diagram) => valued(bracesBelow(bodyOpener, bodyLines(diagram)))),
  mistakenKeywords([
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['state', /^\s+(?:"|\w+\s*(?:\{|<<|$))/],
    ['note', /^\s+(?:left|right)\s+of\b/],
  ]),
  outsideNotes(
    misreadings([
      {
        line: /^\s*direction\s+(?<here>(?!(?:TB|BT|LR|RL|TD)\b)[\p{L}\p{N}_]+)\s*$/du,
        message: ({ here }) => say`‘${here}’ is no direction; directions are TB, BT, LR and RL.`,
        title: ({ here }) => written(directionNamed(here!)),
        mend: ({ here }) => directionNamed(here!) ?? 'LR',
      },
      {
        line: /^\s*(?:\[\*\]|\w+)\s*(?<mend>-->\s*(?<here>\|)(?<text>[^|]+)\|\s*(?<to>\[\*\]|\w+))\s*$/d,
        message: say`The pipes are drawn as a state of their own: the text of a transition stands after a colon.`,
        title: say`Put the text after a colon`,
        mend: ({ text, to }) => `--> ${to} : ${text!.trim()}`,
        safe: true,
      },
      {
        line: /^\s*(?:\[\*\]|\w+)\s*-->\s*(?:\[\*\]|\w+)(?<mend>\s*(?<here>\|)(?<text>[^|]+)\|?)\s*$/d,
        message: say`The pipes do not belong to the picture: the text of a transition stands after a colon.`,
        title: say`Put the text after a colon`,
        mend: ({ text }) => ` : ${text!.trim()}`,
        safe: true,
      },
      {
        line: /^\s*direction\s+(?<here>(?:left|right|top|bottom|up|down|horizontal|vertical)(?:[ -]+(?:to[ -]+)?(?:left|right|top|bottom|up|down))?)\s*$/di,
        message: ({ here }) => say`‘${here}’ is no direction; directions are TB, BT, LR and RL.`,
        title: ({ here }) => written(directionNamed(here!)),
        mend: ({ here }) => directionNamed(here!),
      },
      {
        line: /^(?<margin>\s*)(?<mend>(?<from>\w+)(?<here>[[(])"?(?<text>[^[\](){}"]+)"?[\])]\s*-->\s*(?<to>\w+)[[(]"?(?<other>[^[\](){}"]+)"?[\])])\s*$/d,
        message: say`Brackets are drawn as a part of the name: the text of a state stands after its name and a colon.`,
        title: say`Put the texts after colons`,
        mend: ({ margin, from, text, to, other }) =>
          `${from} : ${text}\n${margin}${to} : ${other}\n${margin}${from} --> ${to}`,
      },
      {
        line: /^(?<margin>\s*)(?:\w+|\[\*\])\s*-->\s*(?<mend>(?<to>\w+)(?<here>[[(])"?(?<text>[^[\](){}"]+)"?[\])])\s*$/d,
        message: say`Brackets are drawn as a part of the name: the text of a state stands after its name and a colon.`,
        title: say`Put the text after a colon`,
        mend: ({ margin, to, text }) => `${to}\n${margin}${to} : ${text}`,
      },
      {
        line: /^(?<margin>\s*)(?<mend>(?<name>\w+)(?<here>[[(])"?(?<text>[^[\](){}"]+)"?[\])])\s*-->/d,
        message: say`Brackets are drawn as a part of the name: the text of a state stands after its name and a colon.`,
        title: say`Put the text after a colon`,
        mend: ({ margin, name, text }) => `${name} : ${text}\n${margin}${name}`,
      },
      {
        line: /^(?<margin>\s*)(?<mend>(?<name>\w+)(?<here>[[(])"?(?<text>[^[\](){}"]+)"?[\])])\s*$/d,
        message: say`Brackets are drawn as a part of the name: the text of a state stands after its name and a colon.`,
        title: say`Put the text after a colon`,
        mend: ({ name, text }) => `${name} : ${text}`,
      },
      {
        line: /-->\s*(?:\w+|\[\*\])(?<mend>\s+(?<here>\[)(?<text>[^[\]*]+)\])\s*$/d,
        message: say`The brackets are drawn as a state of their own: the text of a transition stands after a colon.`,
        title: say`Put the text after a colon`,
        mend: ({ text }) => ` : [${text}]`,
      },
      {
        line: /^(?<margin>\s*)(?<from>\w+|\[\*\])\s*-->\s*\w+(?<mend>(?<here>,)\s*(?<others>\w+(?:\s*,\s*\w+)*))\s*$/d,
        message: say`A transition leads to one state: for each it is a line of its own.`,
        title: say`Write a line for each`,
        mend: ({ margin, from, others }) =>
          others!
            .split(/\s*,\s*/)
            .map((one) => `\n${margin}${from} --> ${one}`)
            .join(''),
      },
      {
        line: /^\s*(?<here>\[(?:start|begin|initial|init)\])\s*-->/di,
        message: ({ here }) => say`‘${here}’ is drawn as a state of that name: the start is written [*].`,
        title: say`Write [*]`,
        mend: '[*]',
      },
      {
        line: /-->\s*(?<here>\[(?:end|stop|final|finish|done)\])\s*(?::|$)/di,
        message: ({ here }) => say`‘${here}’ is drawn as a state of that name: the end is written [*].`,
        title: say`Write [*]`,
        mend: '[*]',
      },
      {
        line: /^\s*stateDiagram(?<mend>\s+(?<here>v2))\s*$/d,
        message: say`‘v2’ is drawn as a state: the type of diagram is written stateDiagram-v2.`,
        title: say`Write stateDiagram-v2`,
        mend: '-v2',
      },
      {
        line: /^\s*state\s+\w+\s+(?<mend>(?<here><)(?<kind>fork|join|choice)>)\s*$/d,
        message: ({ kind }) => say`The kind of a state must stand in doubled signs: <<${kind}>>.`,
        title: ({ kind }) => `Write <<${kind}>>`,
        mend: ({ kind }) => `<<${kind}>>`,
      },
      {
        line: /^\s*(?<here>\(\*\)|\*)\s*-->/d,
        message: ({ here }) => say`‘${here}’ is drawn as a state of that name: the start is written [*].`,
        title: say`Write [*]`,
        mend: '[*]',
      },
      {
        line: /-->\s*(?<here>\(\*\)|\*)\s*(?::|$)/d,
        message: ({ here }) => say`‘${here}’ is drawn as a state of that name: the end is written [*].`,
        title: say`Write [*]`,
        mend: '[*]',
      },
      {
        line: /^\s*(?:\[\*\]|[\w]+)\s*(?<here>-->>+|[-–—−]*[–—−][-–—−]*>|==+>|=>|→|⇒|->>|~~>|\.\.>|-->\|>)\s*(?:\[\*\]|[\w]+)/d,
        message: ({ here }) => say`‘${here}’ is no transition; ‘-->’ is.`,
        title: say`Write -->`,
        mend: '-->',
      },
      {
        line: /^\s*(?<mend>(?<here>\[)\*(?!\]))/d,
        message: say`This [ is not closed: the start is written [*].`,
        title: say`Write [*]`,
        mend: '[*]',
      },
      {
        line: /-->\s*(?<mend>(?<here>\[)\*(?!\]))/d,
        message: say`This [ is not closed: the end is written [*].`,
        title: say`Write [*]`,
        mend: '[*]',
      },
      {
        line: /^\s*state\s+\w+\s+(?<here><<)(?:fork|join|choice)(?<mend>>?)$/d,
        message: say`This << is not closed by >>.`,
        title: say`Close it with >>`,
        mend: '>>',
      },
      {
        line: /^\s*state\s+\w+\s+(?:<<|\[\[)(?<here>(?!(?:fork|join|choice)\b)\w+)(?:>>|\]\])/d,
        message: ({ here }) => say`‘${here}’ is no kind of state; kinds are fork, join and choice.`,
        title: ({ here }) => written(kindMeant(here!)),
        mend: ({ here }) => kindMeant(here!) ?? 'choice',
      },
      {
        line: /-->\s*(?<here>\[(?<name>\w[^\]*]*)\])\s*(?::|$)/d,
        message: say`The brackets are drawn as a part of the name: a state has none, but for [*].`,
        title: say`Remove the brackets`,
        mend: ({ name }) => (/^\w+$/.test(name!) ? name : undefined),
      },
      {
        line: /^\s*(?<here>\/\/)/d,
        message: say`A comment begins with %%, not with //.`,
        title: say`Write %%`,
        mend: '%%',
      },
    ]),
  ),
];

/** `end` on a line of its own, where no transition knows such a state. */
function* strayEnds(diagram: Taken): Generator<Suspect> {
  if (/-->\s*end\b|\bend\s*-->/.test(diagram.text)) return;
  yield* misreadings([
    {
      line: /^\s*(?<here>end)\s*$/d,
      message: say`‘end’ is drawn as a state: what a brace opens is closed by a brace, and else nothing is.`,
      title: say`Remove end`,
      mend: '',
    },
  ])(diagram);
}

/** The lines of a note are its text, whatever they look like. */
function outsideNotes(doubter: Doubter): Doubter {
  return function* (diagram) {
    const notes: { readonly start: number; end: number }[] = [];
    let open: { readonly start: number; end: number } | undefined;
    for (const { text, end } of bodyLines(diagram)) {
      if (open) open.end = end;
      if (open && /^\s*end\s+note\s*$/i.test(text)) open = undefined;
      else if (!open && /^\s*note\s+(?:left|right)\s+of\s+[^:]*$/i.test(text)) {
        open = { start: end, end };
        notes.push(open);
      }
    }
    for (const suspect of doubter(diagram)) {
      const { start } = suspect.span;
      if (!notes.some((note) => note.start < start && start <= note.end)) yield suspect;
    }
  };
}

/** The kind of state that a word means: `parallel` forks, a `decision` is a choice. */
const kindMeant = (word: string): string | undefined =>
  (
    [
      [/^(?:f|par|split)/i, 'fork'],
      [/^(?:j|merge|sync)/i, 'join'],
      [/^(?:c|deci|if|branch)/i, 'choice'],
    ] as const
  ).find(([like]) => like.test(word))?.[1];
