const directions: readonly (readonly [RegExp, string])[] = [
  // Alone, a side is where it goes to.
  [/^(?:right|rightwards?|rechts)$/i, 'LR'],
  [/^(?:left|leftwards?|links)$/i, 'RL'],
  [/^(?:l|horizontal|east|across|sideways)/i, 'LR'],
  [/^r/i, 'RL'],
  [/^(?:b|up)/i, 'BT'],
  [/^(?:t|d|vertical)/i, 'TB'],
];

/** The direction that somebody names by words, if that can be told: `left to right` is LR. */
export const directionNamed = (words: string): string | undefined => directions.find(([word]) => word.test(words))?.[1];
