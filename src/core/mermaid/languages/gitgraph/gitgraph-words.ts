import { phrases, type Vocabulary } from '../../vocabulary';

const commitKeys = phrases({ 'id:': 'its name', 'msg:': 'its message', 'tag:': 'a tag', 'type:': 'how it is drawn' });

export const gitgraphDirections: readonly string[] = ['LR', 'TB', 'BT'];
export const commitTypes: readonly string[] = ['NORMAL', 'REVERSE', 'HIGHLIGHT'];

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
  slots: {
    checkout: ['ids'],
    switch: ['ids'],
    merge: ['ids'],
    branch: ['free'],
    'type:': [commitTypes.map((text) => ({ text }))],
    commit: [commitKeys],
    'id:': ['free', commitKeys],
    'msg:': ['free', commitKeys],
    'tag:': ['free', commitKeys],
  },
};
