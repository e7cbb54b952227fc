import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { said } from '../breaks/said';
import type { Finder } from '../breaks/suspect';

export const venn: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', '[']),
  misspelt(['set', 'union', 'text', 'style', 'title']),
  said,
];
