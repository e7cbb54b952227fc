import { bodyLines, type Doubter } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { mistakenKeywords } from '../../doubts/mistaken-keywords';

export const stateDoubts: readonly Doubter[] = [
  mistakenKeywords([
    ['direction', /^\s+(?:TB|BT|RL|LR|TD)\s*$/],
    ['state', /^\s+(?:"|\w+\s*(?:\{|<<|$))/],
    ['note', /^\s+(?:left|right)\s+of\b/],
  ]),
  outsideNotes(
    misreadings([
      {
        line: /^\s*(?:\[\*\]|\w+)\s*(?<mend>-->\s*(?<here>\|)(?<text>[^|]+)\|\s*(?<to>\[\*\]|\w+))\s*$/d,
        message: 'The pipes are drawn as a state of their own: the text of a transition stands behind a colon.',
        title: 'Put the text behind a colon',
        mend: ({ text, to }) => `--> ${to} : ${text!.trim()}`,
        safe: true,
      },
      {
        line: /^\s*(?:\[\*\]|\w+)\s*-->\s*(?:\[\*\]|\w+)(?<mend>\s*(?<here>\|)(?<text>[^|]+)\|?)\s*$/d,
        message: 'The pipes do not belong to the picture: the text of a transition stands behind a colon.',
        title: 'Put the text behind a colon',
        mend: ({ text }) => ` : ${text!.trim()}`,
        safe: true,
      },
      {
        line: /^\s*stateDiagram(?<mend>\s+(?<here>v2))\s*$/d,
        message: '‘v2’ is drawn as a state: the type of diagram is written stateDiagram-v2.',
        title: 'Write stateDiagram-v2',
        mend: '-v2',
      },
      {
        line: /^\s*state\s+\w+\s+(?<mend>(?<here><)(?<kind>fork|join|choice)>)\s*$/d,
        message: ({ kind }) => `The kind of a state stands in doubled signs: <<${kind}>>.`,
        title: ({ kind }) => `Write <<${kind}>>`,
        mend: ({ kind }) => `<<${kind}>>`,
      },
      {
        line: /^\s*(?<here>\(\*\)|\*)\s*-->/d,
        message: ({ here }) => `‘${here}’ is drawn as a state of that name: the start is written [*].`,
        title: 'Write [*]',
        mend: '[*]',
      },
      {
        line: /-->\s*(?<here>\(\*\)|\*)\s*(?::|$)/d,
        message: ({ here }) => `‘${here}’ is drawn as a state of that name: the end is written [*].`,
        title: 'Write [*]',
        mend: '[*]',
      },
      {
        line: /^\s*(?:\[\*\]|[\w]+)\s*(?<here>-->>+|[-–—−]*[–—−][-–—−]*>|==+>|=>|→|⇒|->>|~~>|\.\.>|-->\|>)\s*(?:\[\*\]|[\w]+)/d,
        message: ({ here }) => `‘${here}’ is no transition; ‘-->’ is.`,
        title: 'Write -->',
        mend: '-->',
      },
      {
        line: /^\s*(?<mend>(?<here>\[)\*(?!\]))/d,
        message: 'This [ is not closed: the start is written [*].',
        title: 'Write [*]',
        mend: '[*]',
      },
      {
        line: /-->\s*(?<mend>(?<here>\[)\*(?!\]))/d,
        message: 'This [ is not closed: the end is written [*].',
        title: 'Write [*]',
        mend: '[*]',
      },
      {
        line: /^\s*state\s+\w+\s+(?<here><<)(?:fork|join|choice)(?<mend>>?)$/d,
        message: 'This << is not closed by >>.',
        title: 'Close it with >>',
        mend: '>>',
      },
      {
        line: /^\s*state\s+\w+\s+(?:<<|\[\[)(?<here>(?!(?:fork|join|choice)\b)\w+)(?:>>|\]\])/d,
        message: ({ here }) => `‘${here}’ is no kind of state; kinds are fork, join and choice.`,
        title: 'Write choice',
        mend: ({ here }) => (/^f/.test(here!) ? 'fork' : /^j/.test(here!) ? 'join' : 'choice'),
      },
      {
        line: /^\s*(?<here>\/\/)/d,
        message: 'A comment begins with %%, not with //.',
        title: 'Write %%',
        mend: '%%',
      },
    ]),
  ),
];

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
