import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import type { Finder } from '../breaks/suspect';

export const useCase: readonly Finder[] = [
  comments,
  misspelt(['actor', 'usecase', 'systemBoundary', 'note', 'direction', 'class', 'classDef', 'style']),
  unclosedOnLine(['"', '[', '(', '{']),
];
