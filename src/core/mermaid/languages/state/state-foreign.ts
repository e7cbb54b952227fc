import { say } from '../../../l10n/say';
import { headerStart } from '../../breaks/header-start';
import { brokenLine, spokenLines } from '../../breaks/line';
import { slips, slipsAnywhere } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';

const idOf = (label: string): string => label.replace(/[^\p{L}\p{N}]+/gu, '') || 'State1';

/** Each state and the next. */
const chain = (states: readonly string[]): string[] => states.slice(1).map((to, i) => `${states[i]} --> ${to}`);

/** What people bring from flowcharts and sequence diagrams, or write as it looks. */
export const stateForeign = slips([
  {
    line: /^(?<margin>\s*)(?<mend>(?:\[\*\]|[\p{L}\p{N}_]+)\s*-->\s*(?:\[\*\]|[\p{L}\p{N}_]+)\s*(?<here>-->)\s*(?:\[\*\]|[\p{L}\p{N}_]+)(?:\s*-->\s*(?:\[\*\]|[\p{L}\p{N}_]+))*)\s*$/du,
    message: say`A transition leads from one state to one other: what follows has a line of its own.`,
    title: say`Give each a line`,
    mend: ({ margin, mend }) => chain(mend!.split(/\s*-->\s*/)).join(`\n${margin}`),
    safe: true,
    sure: true,
  },
  {
    line: /(?<mend>(?<here>--+)\s+(?<text>[^\s>:-][^>:]*?)\s+--+>\s*(?<to>\[\*\]|[\p{L}\p{N}_]+))\s*$/du,
    message: say`The text of a transition must stand after a colon: A --> B : text.`,
    title: say`Put it after a colon`,
    mend: ({ text, to }) => `--> ${to} : ${text}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*state\s+(?<mend>(?<name>[\p{L}\p{N}_]+)\s+(?<here>as)\s+(?<label>"[^"]*"))/du,
    message: say`The text of a state comes first, its name after ‘as’: state "text" as A.`,
    title: say`Turn them round`,
    mend: ({ name, label }) => `${label} as ${name}`,
    safe: true,
    sure: true,
  },
  {
    line: /^\s*state\s+(?<mend>(?<name>[\p{L}\p{N}_]+)\s+(?<here>as)\s+(?<label>[\p{L}\p{N}_]+))\s*\{?$/du,
    message: say`The text of a state comes first, in quotes, its name after ‘as’: state "text" as A.`,
    title: ({ name, label }) => say`Write "${label}" as ${name}`,
    mend: ({ name, label }) => `"${label}" as ${name}`,
    sure: true,
  },
  {
    line: /^\s*state\s+(?<here>[^\s"{}<>[\]:][^"{}<>[\]:]*?\s[^"{}<>[\]:]*?)\s+as\s+[\p{L}\p{N}_]+\s*\{?$/du,
    message: say`The text of a state must stand in quotes before its name: state "text" as A.`,
    title: say`Put the text in quotes`,
    mend: ({ here }) => `"${here}"`,
    safe: true,
    sure: true,
  },
  {
    line: /^(?<margin>\s*)(?<mend>(?<from>\[\*\]|[\p{L}\p{N}_]+)\s*-->\s*(?<here>(?<words>[\p{L}\p{N}_]+(?:(?:\s+[-–&+/]\s+|\s+)[\p{L}\p{N}_]+)*\s+[-–&+/]\s+[\p{L}\p{N}_]+(?:\s+[\p{L}\p{N}_]+)*)))$/du,
    message: ({ words }) =>
      say`The name of a state is one plain word: ‘${words}’ stands in its text, as ${`state "${words}" as ${idOf(words!)}`}.`,
    title: ({ words }) => say`Name it ${idOf(words!)}, with ‘${words}’ as its text`,
    mend: ({ margin, from, words }) => `state "${words}" as ${idOf(words!)}\n${margin}${from} --> ${idOf(words!)}`,
    brings: ({ words }) => ({ id: idOf(words!), label: words! }),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*state\s+"(?<label>[^"]+)"(?<here>)$/du,
    message: say`A name is missing after the text: state "text" as A.`,
    title: ({ label }) => say`Name it ${idOf(label!)}`,
    mend: ({ label }) => ` as ${idOf(label!)}`,
    brings: ({ label }) => ({ id: idOf(label!), label: label! }),
    safe: true,
    sure: true,
  },
  {
    line: /^\s*note\s+(?<mend>)(?<here>(?!left\b|right\b|over\b|for\b|on\b)[\p{L}\p{N}_]+)\s*:/du,
    message: say`A note must stand left of or right of a state.`,
    title: say`Put it right of the state`,
    mend: 'right of ',
    safe: true,
    sure: true,
  },
  {
    line: /^\s*note\s+(?<here>over|for|on)\s/du,
    message: say`A note must stand left of or right of a state.`,
    title: say`Put it right of the state`,
    mend: 'right of',
    sure: true,
  },
]);

/** A name with a hyphen, or in quotes, where a transition leads to or comes from it. */
const odd = '"[^"\\n]+"|[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)+';
const oddEnd = new RegExp(`(?:^[ \\t]*|-->[ \\t]*)(?<name>${odd})(?=[ \\t]*(?:-->|:|$))`, 'dgmu');

/** `In-Progress`: such a state gets a plain name, and the words as its text. Everywhere it is named is mended together. */
export const oddNames: Finder = function* (broken) {
  const { text, at } = broken;
  const line = brokenLine(broken);
  const begin = headerStart(text);
  const first = [...spokenLines(broken)].find(({ start }) => start > begin);
  if (!first) return;
  const all = [...text.matchAll(oddEnd)]
    .map((match) => ({ name: match.groups!.name!, start: match.indices!.groups!.name![0] }))
    .filter(({ start }) => start > begin);
  const culprit = all.find(({ start, name }) => start >= line.start && start <= at && at <= start + name.length);
  if (!culprit) return;
  const words = culprit.name.replace(/^"(.*)"$/, '$1');
  const id = idOf(words);
  const hyphen = culprit.name.startsWith('"') ? 0 : culprit.name.indexOf('-');
  const start = culprit.start + hyphen;
  const margin = /^\s*/.exec(first.text)![0];
  yield {
    code: 'mermaid.syntax',
    span: hyphen > 0 ? { start, end: start + 1 } : { start, end: start + culprit.name.length },
    message: say`The name of a state is one plain word: ‘${words}’ stands in its text, as state "${words}" as ${id}.`,
    sure: true,
    fix: {
      title: say`Name it ${id}, with ‘${words}’ as its text`,
      safe: true,
      brings: [{ id, label: words }],
      changes: [
        { span: { start: first.start, end: first.start }, newText: `${margin}state "${words}" as ${id}\n` },
        ...all
          .filter(({ name }) => name === culprit.name)
          .map((one) => ({ span: { start: one.start, end: one.start + one.name.length }, newText: id })),
      ],
    },
  };
};

/** `state Waiting for input {`: Mermaid gives up on the whole, wherever it stands. */
export const wordyComposites: Finder = slipsAnywhere(
  [
    {
      line: /^\s*state\s+(?<here>(?!.*\sas\s)[\p{L}\p{N}_]+(?:\s+[\p{L}\p{N}_]+)+)\s*\{$/du,
      message: ({ here }) =>
        say`The name of a state is one plain word: ‘${here}’ stands in its text, as ${`state "${here}" as ${idOf(here!)}`}.`,
      title: ({ here }) => say`Name it ${idOf(here!)}, with ‘${here}’ as its text`,
      mend: ({ here }) => `"${here}" as ${idOf(here!)}`,
      brings: ({ here }) => ({ id: idOf(here!), label: here! }),
      safe: true,
      sure: true,
    },
  ],
  spokenLines,
);
