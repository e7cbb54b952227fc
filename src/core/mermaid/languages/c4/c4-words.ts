import { say } from '../../../l10n/say';
import { type Phrase, type Vocabulary, wordList } from '../../vocabulary';

const calls = (list: string, detail: string): Phrase[] => wordList(list).map((word) => ({ text: `${word}(`, detail }));

const named = 'Person System SystemDb SystemQueue';
const built = 'Container ContainerDb ContainerQueue Component ComponentDb ComponentQueue';
/** Those that lie outside of what is drawn. */
const outside = (list: string): string => list.replaceAll(/\w+/g, '$&_Ext');

/** Every element is a call: its name, and in parentheses what it says. */
export const c4Words: Vocabulary = {
  keywords: [
    { text: 'title', detail: say`of the diagram` },
    ...calls(named, say`alias, label, description`),
    ...calls(built, say`alias, label, technology, description`),
    ...calls(outside(named), say`alias, label, description`),
    ...calls(outside(built), say`alias, label, technology, description`),
    ...calls('Boundary Enterprise_Boundary System_Boundary Container_Boundary', say`alias, label`),
    ...calls('Deployment_Node Node Node_L Node_R', say`alias, label, type, description`),
    ...calls('Rel BiRel', say`from, to, label, technology`),
    ...calls('Rel_U Rel_D Rel_L Rel_R Rel_Back', say`from, to, label, technology`),
    ...calls('RelIndex', say`number, from, to, label`),
    ...calls('UpdateElementStyle', say`alias, colours`),
    ...calls('UpdateRelStyle', say`from, to, colours`),
    ...calls('UpdateLayoutConfig', say`how many in a row`),
  ],
  keywordsOpen: true,
  rare: wordList('Rel_Up Rel_Down Rel_Left Rel_Right'),
  slots: {
    ...Object.fromEntries(
      wordList(
        'rel birel rel_u rel_d rel_l rel_r rel_up rel_down rel_left rel_right rel_back rel_neighbor updaterelstyle',
      ).map((call) => [call, ['ids', 'ids'] as const]),
    ),
    relindex: ['free', 'ids', 'ids'],
    updateelementstyle: ['ids'],
  },
};
