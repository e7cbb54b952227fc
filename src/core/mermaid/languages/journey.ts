import { comments } from '../breaks/comments';
import { misspelt } from '../breaks/misspelt';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';

const words = slips([
  {
    line: /^\s*[^:]*[^:\s](?<here>)$/du,
    message: 'A task needs a colon, a score and who does it.',
    title: 'Give it a score',
    mend: ': 3',
  },
  {
    line: /^\s*[^:]*[^:\s]\s*(?<here>:)(?<mend>)$/du,
    message: 'The score is missing.',
    title: 'Give it a score',
    mend: ' 3',
  },
]);

export const journey: readonly Finder[] = [comments, misspelt(['title', 'section', 'accTitle', 'accDescr']), words];
