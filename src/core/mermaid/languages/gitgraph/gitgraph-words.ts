import { found, phrases, type Vocabulary } from '../../vocabulary';

const commitKeys = phrases({ 'id:': 'its name', 'msg:': 'its message', 'tag:': 'a tag', 'type:': 'how it is drawn' });

export const gitgraphDirections: readonly string[] = ['LR', 'TB', 'BT'];
const commitKinds = { NORMAL: 'a dot', REVERSE: 'a crossed dot', HIGHLIGHT: 'a filled square' };
export const commitTypes: readonly string[] = Object.keys(commitKinds);

export const gitgraphWords: Vocabulary = {
  header: phrases({ 'LR:': 'left to right', 'TB:': 'top to bottom', 'BT:': 'bottom to top' }),
  keywords: [
    { text: 'commit', detail: 'a commit', snippet: 'commit id: "‹id›"' },
    { text: 'branch', detail: 'a new branch' },
    { text: 'checkout', detail: 'goes on with a branch' },
    { text: 'switch', detail: 'goes on with a branch' },
    { text: 'merge', detail: 'a branch into this one' },
    { text: 'cherry-pick', detail: 'a commit of another branch', snippet: 'cherry-pick id: "‹id›"' },
  ],
  rare: ['title'],
  keywordsOpen: true,
  places: phrases({ main: 'the branch that every graph begins on' }),
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
    branch: ['free', phrases({ 'order:': 'its place among the branches' })],
    'type:': [phrases(commitKinds).map((phrase) => ({ ...phrase, example: `commit type: ${phrase.text}` }))],
    'id:': ['free'],
    'msg:': ['free'],
    'tag:': ['free'],
  },
};
