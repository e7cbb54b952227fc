import { phrases, type Vocabulary } from '../../vocabulary';

/** What has an id, and may stand in a group. */
const things = { group: 'services in a frame', service: 'a service', junction: 'where edges meet' };

export const architectureThings: readonly string[] = Object.keys(things);

export const architectureWords: Vocabulary = {
  keywords: phrases({ ...things, align: 'services in a row or a column' }),
  rare: ['title'],
  arrows: phrases({ ':R -- L:': 'edge', ':R --> L:': 'arrow', in: 'a group' }),
  slots: { in: ['ids'] },
};
