import { say } from '../../../l10n/say';
import { found, phrases, type Vocabulary } from '../../vocabulary';

const commitKeys = phrases({
  'id:': say`its name`,
  'msg:': say`its message`,
  'tag:': 'a tag',
  'type:': say`how it is drawn`,
});

export const gitgraphDirections: readonly string[] = ['LR', 'TB', 'BT'];
const commitKinds = { NORMAL: 'a dot', REVERSE: say`a crossed dot`, HIGHLIGHT: say`a filled square` };
export const commitTypes: readonly string[] = Object.keys(commitKinds);

export const gitgraphWords: Vocabulary = {
  header: phrases({ 'LR:': say`left to right`, 'TB:': say`top to bottom`, 'BT:': say`bottom to top` }),
  keywords: [
    { text: 'commit', detail: say`a commit`, snippet: 'commit id: "‹id›"' },
    { text: 'branch', detail: say`a new branch` },
    { text: 'checkout', detail: say`goes on with a branch` },
    { text: 'switch', detail: say`goes on with a branch` },
    { text: 'merge', detail: say`a branch into this one` },
    { text: 'cherry-pick', detail: say`a commit of another branch`, snippet: 'cherry-pick id: "‹id›"' },
  ],
  rare: ['title'],
  keywordsOpen: true,
  places: phrases({ main: say`the branch that every graph begins on` }),
  linePlaces: [
    // A text in quotes is several tokens, so that no count of them tells where the next key may stand.
    {
      line: /^\s*(?:commit|merge\s+\S+|cherry-pick)(?:\s+\w+:\s*(?:"[^"\n]*"|\w+))*\s+(?<typed>[a-z]*)$/,
      offers: commitKeys,
    },
    {
      line: /^\s*cherry-pick\s+id:\s*"(?<typed>[^"\n]*)$/,
      offers: found(/\bid:[ \t]*"([^"\n]*)"/g, 'a commit'),
    },
  ],
  slots: {
    checkout: ['ids'],
    switch: ['ids'],
    merge: ['ids'],
    branch: ['free', phrases({ 'order:': say`its place among the branches` })],
    'type:': [phrases(commitKinds).map((phrase) => ({ ...phrase, example: `commit type: ${phrase.text}` }))],
    'id:': ['free'],
    'msg:': ['free'],
    'tag:': ['free'],
  },
};
