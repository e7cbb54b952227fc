import assert from 'node:assert/strict';

/**
 * Fails where a picture runs or loads something. What a label shows as text does nothing: tags alone count, and there is no
 * sheet of styles.
 */
export function assertHarmless(svg: string): void {
  const tags = svg
    .match(/<[^>]*>/g)!
    .join('\n')
    .replace(/\s(?:data-[\w-]+|aria-label)="[^"]*"/g, '');
  assert.doesNotMatch(tags, /<(?:script|iframe|style|img|image|video|form)\b|\son\w+=|javascript:/i);
  assert.doesNotMatch(tags, /(?:src|xlink:href)="(?!#|data:image)|url\((?!#)|@import/i);
}
