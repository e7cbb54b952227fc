import type { Scan } from './scan';

const value = /^(?:TB|TD|BT|RL|LR)/;

/**
 * Takes a line that says `direction TB`. Flowcharts, class and state diagrams take any line that says it somewhere for
 * just that, so what stands before is unknown.
 */
export function takeDirectionLine(scan: Scan): boolean {
  const word = scan.next('direction', scan.at);
  if (word >= scan.lineEnd()) return false;
  const end = word + 'direction'.length;
  const start = scan.skipSpace(end);
  if (start === end || !value.test(scan.text.slice(start, start + 2))) return false;
  scan.take('unknown', word);
  scan.take('keyword', end);
  scan.takeSpace();
  scan.take('value', start + 2);
  scan.takeLine('unknown');
  return true;
}
