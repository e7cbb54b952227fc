import { toAnki } from './anki';
import type { Card } from './cards';

export const cardFormats = ['anki', 'text'] as const;
export type CardFormat = (typeof cardFormats)[number];

/** Cards as a text, its last line ended. */
export function cardText(cards: readonly Card[], format: CardFormat, deck: string): string {
  if (format === 'anki') return toAnki(cards, deck);
  return cards.map(({ front, back, meaning }) => `${[front, back, meaning].filter(Boolean).join(' → ')}\n`).join('');
}
