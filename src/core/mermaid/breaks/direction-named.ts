const directions: readonly (readonly [RegExp, string])[] = [
  [/^(?:left|lr|horizontal|east)/i, 'LR'],
  [/^right/i, 'RL'],
  [/^(?:bottom|up)/i, 'BT'],
  [/./, 'TB'],
];

/** The direction that somebody names by words: `left to right` is LR. */
export const directionNamed = (words: string): string => directions.find(([word]) => word.test(words))![1];
