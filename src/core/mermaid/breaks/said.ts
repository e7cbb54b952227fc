import { type Line, spokenLines } from './line';
import { nearest } from './nearest';
import type { Break, Finder, Suspect } from './suspect';

/** What Mermaid says once it has read everything, without a place; the words in it are looked for in the text. */
interface Saying {
  readonly message: RegExp;
  /** Finds the place on a line; `here` is marked, the flag `d` set. `$1` stands for what the message names. */
  readonly line: string;
  /** Whether it is the last such line that is wrong, not the first. */
  readonly last?: boolean;
  readonly says: (name: string) => string;
  /** What may be written instead, from the whole text; without it the line is taken out. */
  readonly instead?: (broken: Break, name: string) => readonly string[];
}

const branches = ({ text }: Break): string[] => [
  'main',
  ...[...text.matchAll(/^\s*branch\s+"?([^\s"]+)/gm)].map((match) => match[1]!),
];
const commits = ({ text }: Break): string[] => [...text.matchAll(/\bid:\s*"([^"]+)"/g)].map((match) => match[1]!);
const services = ({ text }: Break): string[] =>
  [...text.matchAll(/^\s*(?:service|junction|group)\s+([\w-]+)/gm)].map((match) => match[1]!);
const groups = ({ text }: Break): string[] => [...text.matchAll(/^\s*group\s+([\w-]+)/gm)].map((match) => match[1]!);
const sets = ({ text }: Break): string[] => [...text.matchAll(/^\s*set\s+(\w+)/gm)].map((match) => match[1]!);

const sayings: readonly Saying[] = [
  {
    message: /Trying to checkout branch which is not yet created.*"branch (.+?)"/s,
    line: '^\\s*(?:checkout|switch)\\s+"?(?<here>$1)"?\\s*$',
    says: (name) => `There is no branch ‘${name}’ yet.`,
    instead: branches,
  },
  {
    message: /Branch to be merged \((.+?)\) does not exist|Cannot merge branch "(.+?)"|Cannot merge branch '(.+?)'/,
    line: '^\\s*merge\\s+"?(?<here>$1)"?(?:\\s|$)',
    says: (name) => `The branch ‘${name}’ cannot be merged here.`,
    instead: branches,
  },
  {
    message: /Trying to create an existing branch.*"checkout (.+?)"/s,
    line: '^\\s*branch\\s+"?(?<here>$1)"?(?:\\s|$)',
    last: true,
    says: (name) => `The branch ‘${name}’ exists already.`,
  },
  {
    message: /cherry.?pick/i,
    line: '^\\s*cherry-pick\\b.*?id:\\s*(?<here>"[^"]*")',
    says: (name) => `The commit ${name} cannot be picked here.`,
    instead: commits,
  },
  {
    message: /inactivate an inactive participant \((.+?)\)/,
    line: '^\\s*deactivate\\s+(?<here>$1)\\s*$',
    last: true,
    says: (name) => `‘${name}’ is not active here.`,
  },
  {
    message: /inactivate an inactive participant \((.+?)\)/,
    line: '^\\s*(?<here>$1)\\s*(?:--?>>?|--?[x)])-',
    last: true,
    says: (name) => `‘${name}’ is not active here.`,
  },
  {
    message: /created participant (.+?) does not have an associated creating message/,
    line: '^\\s*create\\s+(?:participant|actor)\\s+(?<here>$1)\\b',
    says: (name) => `The next message must be the one that creates ‘${name}’.`,
  },
  {
    message: /destroyed participant (.+?) does not have an associated destroying message/,
    line: '^\\s*destroy\\s+(?<here>$1)\\s*$',
    says: (name) => `The next message must go to or come from ‘${name}’, which ends with it.`,
  },
  {
    message: /same name is already used.*?"(.+?)"|has multiple .*?\((.+?)\)/,
    line: '(?<here>$1)',
    last: true,
    says: (name) => `‘${name}’ is used twice.`,
  },
  {
    message: /^"(.+?)" has invalid value/,
    line: '"$1"\\s*:\\s*(?<here>-[\\d.]+)',
    says: () => 'A slice cannot be negative.',
    instead: (_, name) => [name],
  },
  {
    message: /parent does not exist|parent is not a group|(?:'s parent)/,
    line: '\\bin\\s+(?<here>[\\w-]+)\\s*$',
    says: (name) => `There is no group ‘${name}’ above.`,
    instead: groups,
  },
  {
    message: /right-hand id \[(.+?)\] does not/,
    line: '[LRTB]:\\s*(?<here>$1)\\b|:[LRTB]\\s*.*?(?<other>$1)\\b',
    says: (name) => `There is no service ‘${name}’ above.`,
    instead: services,
  },
  {
    message: /left-hand id \[(.+?)\] does not/,
    line: '^\\s*(?<here>$1)(?:\\{group\\})?:[LRTB]',
    says: (name) => `There is no service ‘${name}’ above.`,
    instead: services,
  },
  {
    message: /id \[(.+?)\] is already in use/,
    line: '^\\s*(?:service|group|junction)\\s+(?<here>$1)\\b',
    last: true,
    says: (name) => `The id ‘${name}’ is used already.`,
  },
  {
    message: /Packet block (\d+)[ -]+\d+ is not contiguous|Packet block (\d+) is not contiguous/,
    line: '^\\s*(?<here>$1)\\b',
    says: (name) => `Bit ${name} does not follow the field before.`,
    instead: ({ verdict }) => [...verdict.message.matchAll(/start from (\d+)/g)].map((match) => match[1]!),
  },
  {
    message: /Packet block (\d+)[ -]+(\d+) is invalid. End must be greater/,
    line: '^\\s*(?<here>$1\\s*-\\s*$2)',
    says: (name) => `${name} ends before it starts.`,
    instead: (_, name) => [
      name
        .split(/\s*-\s*/)
        .reverse()
        .join('-'),
    ],
  },
  {
    message: /Packet block .* is invalid. Cannot have a zero bit field/,
    line: '^\\s*\\+(?<here>0)\\b',
    says: () => 'A field has at least one bit.',
    instead: () => ['1'],
  },
  {
    message:
      /unknown set identifier: (.+)|set\(?s?\)? ?["'[]?(.+?)["'\]]? (?:is|are) not defined|undefined sets?:? (.+)/i,
    line: '^\\s*(?:union|text|style)\\b.*?(?<here>\\b$1\\b)',
    says: (name) => `There is no set ‘${name}’ above.`,
    instead: sets,
  },
];

/** Errors that Mermaid leaves without a place. */
export const said: Finder = function* (broken) {
  for (const saying of sayings) {
    const match = saying.message.exec(broken.verdict.message);
    if (!match) continue;
    const names = match.slice(1).filter((name) => name !== undefined && name !== 'undefined');
    let source = saying.line;
    names.forEach((name, i) => {
      source = source.replaceAll(`$${i + 1}`, name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    });
    const pattern = new RegExp(source.replace(/\$\d/g, '[^\\s"]+'), 'di');
    const lines = [...spokenLines(broken)].filter((line) => pattern.test(line.text));
    for (const line of saying.last ? lines.reverse() : lines) yield* place(broken, saying, line, pattern);
  }
};

function* place(broken: Break, saying: Saying, line: Line, pattern: RegExp): Generator<Suspect> {
  const match = pattern.exec(line.text)!;
  const [start, end] = (match.indices!.groups!.here ?? match.indices!.groups!.other)!;
  const span = { start: line.start + start, end: line.start + end };
  const name = broken.text.slice(span.start, span.end);
  const message = saying.says(name);
  const bare = name.replace(/^"|"$/g, '');
  const known = saying.instead?.(broken, name) ?? [];
  for (const other of [...nearest(bare, known), ...known.filter((one) => one !== bare)].slice(0, 4)) {
    const newText = name.startsWith('"') ? `"${other}"` : other;
    yield {
      code: 'mermaid.syntax',
      span,
      message,
      fix: { title: `Write ${newText}`, safe: false, changes: [{ span, newText }] },
    };
  }
  yield {
    code: 'mermaid.syntax',
    span,
    message,
    fix: {
      title: 'Make the line a comment',
      safe: false,
      changes: [{ span: { start: line.start, end: line.start }, newText: '%% ' }],
    },
  };
  yield { code: 'mermaid.syntax', span, message };
}
