import { say } from '../../../l10n/say';
import { brokenLine, spokenLines } from '../../breaks/line';
import { slips } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { wordInArrow } from './word-in-arrow';

const relation = '(?:<\\||[<*o])?(?:--|\\.\\.)(?:\\|>|[>*o])?';
const times = '(?:\\d+|\\*|[nm])(?:\\.\\.(?:\\d+|\\*|[nm]))?';

const idOf = (label: string): string => label.replace(/[^\p{L}\p{N}]+/gu, '') || 'Name';

/** What people bring from PlantUML, from programs and from flowcharts, or write as it looks. */
export const classForeign = slips([
  {
    line: /^\s*class\s+(?<mend>(?<name>[\p{L}_]\w*(?: \w+)*)(?<here>~\w+~[\w~]+~))\s*(?:\{|$)/du,
    message: say`In the name of a class one pair of ~ is read, and none within it: as a label its types stand in quotes.`,
    title: ({ name }) => say`Write ${idOf(name!)}["…"]`,
    mend: ({ name, here }) => `${idOf(name!)}["${name}${angled(here!)}"]`,
    sure: true,
  },
  {
    line: /^(?:[^":]|::)*?(?<![\w`:])(?<mend>\p{L}\w*(?<here>::(?!:))\p{L}\w*(?:::\p{L}\w*)*)(?![\w`:])/du,
    message: say`Two colons are no part of a name here, unless it stands in backticks.`,
    title: say`Put the name in backticks`,
    mend: ({ mend }) => `\`${mend}\``,
    safe: true,
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>(?<here>abstract(?:\s+class)?|interface|enum(?:eration)?|annotation|protocol|struct|trait|record)\s+(?<name>[\p{L}\p{N}_]+)\s*(?<brace>\{?))$/du,
    message: ({ here }) =>
      say`A class is declared by class alone; what kind it is stands inside of it: <<${kindOf(here!)}>>.`,
    title: ({ here }) => say`Write class and <<${kindOf(here!)}>>`,
    mend: ({ margin, here, name, brace }) =>
      brace
        ? `class ${name} {\n${margin}    <<${kindOf(here!)}>>`
        : `class ${name}\n${margin}<<${kindOf(here!)}>> ${name}`,
    sure: true,
  },
  {
    line: /^\s*(?<mend>(?<here>public|private|protected|internal|final|static|export|sealed|data)\s+)(?:class|interface)\b/d,
    message: ({ here }) => say`A class is declared by class alone, without ‘${here}’.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>class\s+(?<name>\w+)\s*(?<here>:)\s*(?:public\s+|private\s+|protected\s+)?(?<parent>[\p{L}_]\w*)\s*(?<brace>\{?))$/du,
    message: ({ name, parent }) => say`What a class comes from is a relation of its own here: ${parent} <|-- ${name}.`,
    title: say`Write it as a relation`,
    mend: ({ margin, name, parent, brace }) => `${parent} <|-- ${name}\n${margin}class ${name}${brace ? ' {' : ''}`,
    sure: true,
  },
  {
    line: /^\s*[\p{L}_]\w*\s*(?<mend>(?<from>--|\.\.)\s+(?<here>[\p{L}_][^:<>"|*]*?)\s+(?<line>--|\.\.)(?<head>[|]?>|[*o])?\s*(?<to>[\p{L}_]\w*))$/du,
    message: ({ here }) => say`The text of a relation must stand after a colon: A --> B : ${here}.`,
    title: say`Put it after a colon`,
    mend: ({ here, line, head = '', to }) => `${line}${head} ${to} : ${here}`,
    safe: true,
    sure: true,
  },
  {
    ...wordInArrow,
    line: /^\s*(?<mend>(?<name>[\p{L}_]\w*)\s*(?<arrow>--|\.\.)(?<here>[\p{L}_]\w*)(?:--|\.\.)(?<head>\|?>|[*o])?\s*(?<parent>[\p{L}_]\w*))\s*$/du,
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>class\s+(?<name>\w+)\s*(?<here>\()\s*(?<kind>abstract|interface|enum(?:eration)?)\s*\)\s*(?<brace>\{?))$/di,
    message: ({ kind }) => say`What kind a class is must stand inside of it: <<${kindOf(kind!.toLowerCase())}>>.`,
    title: ({ kind }) => say`Write <<${kindOf(kind!.toLowerCase())}>>`,
    mend: ({ margin, name, kind, brace }) =>
      brace
        ? `class ${name} {\n${margin}    <<${kindOf(kind!.toLowerCase())}>>`
        : `class ${name}\n${margin}<<${kindOf(kind!.toLowerCase())}>> ${name}`,
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>class\s+(?<name>\w+)\s*(?<here>\()\s*(?<parents>\w+(?:\s*,\s*\w+)*)\s*\)\s*:?\s*(?<brace>\{?))$/d,
    message: ({ name, parents }) =>
      say`What a class comes from is a relation of its own here: ${parents!.split(',')[0]!.trim()} <|-- ${name}.`,
    title: say`Write it as a relation`,
    mend: ({ margin, name, parents, brace }) =>
      [
        ...parents!.split(',').map((parent) => `${parent.trim()} <|-- ${name}`),
        `class ${name}${brace ? ' {' : ''}`,
      ].join(`\n${margin}`),
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>class\s+(?<first>\w+)\s*(?<here>,)\s*(?<others>\w+(?:\s*,\s*\w+)*))\s*$/d,
    message: say`Each class has a line of its own.`,
    title: say`Give each a line`,
    mend: ({ margin, first, others }) =>
      [first!, ...others!.split(/\s*,\s*/)].map((one) => `class ${one}`).join(`\n${margin}`),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*[^\s{}]+[^{}]*\([^(){}]*\)[^{}]*?(?<mend>\s*(?<here>\{).*)$/d,
    message: say`A class diagram names what a class can do, not how: what stands in the braces must go.`,
    title: say`Remove the braces with what they hold`,
    mend: '',
  },
  {
    line: /^\s*[\p{L}\p{N}_]+\s*(?<here>(?<head><)\s+(?<rest>\|?(?:--|\.\.))|<\|\s+(?<line>--|\.\.)|(?<dash>--|\.\.)\s+\|>|(?:--|\.\.)\|\s+>)\s*[\p{L}\p{N}_]/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`An arrow has no space in it: ‘${here!.replace(/\s+/g, '')}’.`,
    title: ({ here }) => say`Write ${here!.replace(/\s+/g, '')}`,
    mend: ({ here }) => here!.replace(/\s+/g, ''),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*\}(?<here>;)\s*$/d,
    message: say`The semicolon after the brace must go.`,
    title: say`Remove the semicolon`,
    mend: '',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?<here>package|module)(?=\s+[^\s{]+\s*\{)/diu,
    message: ({ here }) => say`Classes are grouped by namespace, not by ‘${here}’.`,
    title: say`Write namespace`,
    mend: 'namespace',
    sure: true,
  },
  {
    line: new RegExp(
      `(?<mend>(?<arrow>${relation})\\s*(?<here>\\|)\\s*(?<text>[^|]+?)\\s*\\|\\s*(?<to>[\\p{L}\\p{N}_]+))$`,
      'du',
    ),
    message: say`The text of a relation must stand after a colon: A --> B : text.`,
    title: say`Put it after a colon`,
    mend: ({ arrow, text, to }) => `${arrow} ${to} : ${text}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*class\s+(?<here>"(?<label>[^"]+)")/du,
    message: say`A class has a name without quotes; a text in quotes is its label, in brackets after the name.`,
    title: ({ label }) => say`Write ${idOf(label!)}["…"]`,
    mend: ({ label }) => `${idOf(label!)}["${label}"]`,
    brings: ({ label }) => ({ id: idOf(label!), label: label! }),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*(?:link|click)\s+\S+\s+(?:href\s+)?(?<here>(?:https?:\/\/|www\.|\.{0,2}\/)[^\s"]+)/du,
    message: say`The address of a link must stand in quotes.`,
    title: say`Put the address in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^(?<mend>(?<margin>\\s*)(?<from>[\\p{L}\\p{N}_]+)\\s*(?<arrow>${relation})\\s*(?<to>[\\p{L}\\p{N}_]+)\\s*(?<here>,)\\s*(?<other>[\\p{L}\\p{N}_]+))$`,
      'du',
    ),
    message: say`A relation leads to one class: for each it is a line of its own.`,
    title: say`Write a line for each`,
    mend: ({ margin, from, arrow, to, other }) => `${margin}${from} ${arrow} ${to}\n${margin}${from} ${arrow} ${other}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*note\s+(?<mend>(?<text>"[^"]*")\s+(?<here>for)\s+(?<name>[\p{L}\p{N}_]+))\s*$/du,
    message: say`A note belongs to a class by the word for, and its text must stand in quotes: note for A "text".`,
    title: say`Change the order`,
    mend: ({ text, name }) => `for ${name} ${text}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*note\s+(?<mend>(?<here>(?:left|right|top|bottom)\s+of|over)\s+(?<name>[\p{L}\p{N}_]+)\s*:?\s*(?<text>[^"]+))$/du,
    message: say`A note belongs to a class by the word for, and its text must stand in quotes: note for A "text".`,
    title: say`Write note for`,
    mend: ({ name, text }) => `for ${name} "${text}"`,
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*(?:[\\p{L}\\p{N}_]+\\s*(?:"[^"]*"\\s*)?${relation}\\s*)(?<mend>(?<to>(?!(?:many|one|[nm])\\s)[\\p{L}\\p{N}_]+)\\s*(?<here>"(?<text>[^"]+)"))$`,
      'du',
    ),
    message: ({ text }) =>
      isTimes(text!)
        ? say`How many there are must stand before the second class: A "1" --> "*" B.`
        : say`The text of a relation must stand after a colon: A --> B : text.`,
    title: ({ text }) => (isTimes(text!) ? say`Put it before the class` : say`Put it after a colon`),
    mend: ({ to, text }) => (isTimes(text!) ? `"${text}" ${to}` : `${to} : ${text}`),
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(`${relation}\\s*(?<mend>(?<here>many|one|[nm])\\s+"(?<label>[^"\`]+)")$`, 'du'),
    message: say`How many there are must stand in quotes, the name of a class does not: A --> "many" B.`,
    title: ({ here, label }) => say`Write "${here}" ${named(label!)}`,
    mend: ({ here, label }) => `"${here}" ${named(label!)}`,
    sure: true,
  },
  {
    line: new RegExp(`${relation}\\s*(?<here>"(?<label>[^"\`]+)")$`, 'du'),
    message: say`The name of a class has no quotes; of several words, it stands in backticks.`,
    title: ({ label }) => say`Write ${named(label!)}`,
    mend: ({ label }) => named(label!),
    sure: true,
  },
  {
    line: new RegExp(`^\\s*(?<here>"(?<label>[^"\`]+)")\\s*${relation}`, 'du'),
    message: say`The name of a class has no quotes; of several words, it stands in backticks.`,
    title: ({ label }) => say`Write ${named(label!)}`,
    mend: ({ label }) => named(label!),
    sure: true,
  },
  {
    line: /^\s*[\p{L}\p{N}_]+(?<mend>\s+)(?<here>[+#~-])\s*[\p{L}_][^:]*(?:\([^)]*\)[^:]*)?$/du,
    message: say`A colon is missing before the member: A : +name.`,
    title: say`Put the colon`,
    mend: ' : ',
    safe: true,
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>(?<name>[\p{L}\p{N}_~]+)\s*:\s*(?<member>[^:]*(?<here>:).*))$/du,
    message: say`A second colon ends the member. Inside of class A { … } a member may hold colons.`,
    title: say`Write it in braces`,
    mend: ({ margin, name, member }) => inBraces(margin!, name!, member!),
  },
]);

/** `~List~Item~~` as it is drawn: a tilde before a word opens. */
const angled = (types: string): string => types.replace(/~(?=\w)/g, '#lt;').replaceAll('~', '#gt;');

/** A member that holds a colon, as Mermaid takes it. */
const inBraces = (margin: string, name: string, member: string): string =>
  `class ${name} {\n${margin}  ${member.trimEnd()}\n${margin}}`;

const isTimes = (text: string): boolean => /^(?:\d+|\*|[nm]|many|one)(?:\.\.(?:\d+|\*|[nm]))?$/.test(text);

const named = (label: string): string => (/^[\p{L}\p{N}_]+$/u.test(label) ? label : `\`${label}\``);

/** `class Animal:` with its members indented below, as Python has it. */
export const colonBodies: Finder = function* (broken) {
  const lines = [...spokenLines(broken)];
  const at = lines.findIndex(({ number }) => number === brokenLine(broken).number);
  for (const i of [at, at - 1]) {
    const head = lines[i];
    const match = head && /^\s*class\s+[\p{L}\p{N}_~]+(?<mend>\s*(?<here>:))$/du.exec(head.text);
    if (!match) continue;
    const below = lines.slice(i + 1);
    const after = below.findIndex(({ indent }) => indent <= head.indent);
    const last = (after < 0 ? below : below.slice(0, after)).at(-1);
    const [start, end] = match.indices!.groups!.here!;
    const [from] = match.indices!.groups!.mend!;
    const change = (newText: string) => ({ span: { start: head.start + from, end: head.start + end }, newText });
    const margin = /^\s*/.exec(head.text)![0];
    yield {
      code: 'mermaid.syntax',
      span: { start: head.start + start, end: head.start + end },
      message: say`The members of a class must stand in braces: class A { … }.`,
      sure: true,
      fix: {
        title: last ? say`Write braces` : say`Remove the colon`,
        safe: false,
        changes: last
          ? [change(' {'), { span: { start: last.end, end: last.end }, newText: `\n${margin}}` }]
          : [change('')],
      },
    };
  }
};

const kindOf = (word: string): string =>
  /^abstract/.test(word) ? 'abstract' : word.startsWith('enum') ? 'enumeration' : word;

/** `A 1 --> * B`: how many stand in quotes. Both sides of a relation are mended together. */
export const multiplicities: Finder = function* (broken) {
  const line = brokenLine(broken);
  const left = new RegExp(
    `^\\s*[\\p{L}\\p{N}_]+\\s+(?<here>${times}|\\[${times}\\]|\\(${times}\\))\\s*(?=(?:"[^"]*"\\s*)?${relation})`,
    'du',
  ).exec(line.text);
  const right = new RegExp(
    `${relation}\\s*(?<here>${times}|\\[${times}\\]|\\(${times}\\))\\s+(?=[\\p{L}\\p{N}_])`,
    'du',
  ).exec(line.text);
  const found = [left, right].flatMap((match) => (match ? [match.indices!.groups!.here!] : []));
  if (found.length === 0) return;
  const spans = found.map(([start, end]) => ({ start: line.start + start, end: line.start + end }));
  yield {
    code: 'mermaid.syntax',
    span: spans[0]!,
    message: say`How many there are must stand in quotes: A "1" --> "*" B.`,
    sure: true,
    fix: {
      title: say`Put it in quotes`,
      safe: true,
      changes: spans.map((span) => ({
        span,
        newText: `"${broken.text.slice(span.start, span.end).replace(/[[\]()]/g, '')}"`,
      })),
    },
  };
};

/** `A +name : String` outside of braces: the colon stands before the member. */
export const membersWithoutColon = slips([
  {
    line: /^(?<margin>\s*)(?<mend>(?<name>[\p{L}_][\p{L}\p{N}_]*)\s+(?<member>(?<here>[+#~-])(?<first>[\p{L}_][^:]*?)\s*:.*))$/du,
    message: ({ here, first }) => say`A colon must stand between a class and its member: A : ${here! + first!}.`,
    title: say`Write it in braces`,
    mend: ({ margin, name, member }) => inBraces(margin!, name!, member!),
  },
  {
    line: /^\s*[\p{L}_][\p{L}\p{N}_]*(?<mend>\s+)(?<here>[+#~-])(?<member>[\p{L}_][^:]*?)(?=\s*(?::|$))/du,
    message: ({ here, member }) => say`A colon must stand between a class and its member: A : ${here! + member!}.`,
    title: say`Put the colon`,
    mend: ' : ',
  },
]);

/** `+String name` outside of a class: it is meant for the one above. */
export const looseMembers: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match = /^\s*(?<here>[+#~-])\s*[\p{L}\p{N}_]/du.exec(line.text);
  if (!match) return;
  const above = [...spokenLines(broken)].filter(({ number }) => number < line.number).reverse();
  // Inside of braces that nothing closes it is the brace that is missing.
  const depth = above.reduce((sum, { text }) => sum + Number(/\{$/.test(text)) - Number(/^\s*\}/.test(text)), 0);
  if (depth !== 0) return;
  const owner = above.map(({ text }) => /^\s*class\s+([\p{L}\p{N}_]+)\s*$/u.exec(text)?.[1]).find(Boolean);
  const start = line.start + match.indices!.groups!.here![0];
  yield {
    code: 'mermaid.syntax',
    span: { start, end: start + 1 },
    message: say`A member must stand inside of a class in braces, or after its name and a colon: A : +name.`,
    sure: true,
    ...(owner && {
      fix: {
        title: say`Give it to ${owner}`,
        safe: false,
        changes: [{ span: { start, end: start }, newText: `${owner} : ` }],
      },
    }),
  };
};
