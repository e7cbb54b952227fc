import { english } from '../../l10n/say';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';
import { treemap } from './treemap';

/** Written as a treemap is, without values. */
export const treeView: DiagramLanguage<'treeView'> = {
  ...treemap,
  hasAccessibility: false,
  type: 'treeView',
  judged: ['treeView'],
  keywords: [{ word: 'treeView-beta', since: '11.14' }],
  name: english`Tree view`,
  description: english`an indented list of files`,
  words: noWords,
};
