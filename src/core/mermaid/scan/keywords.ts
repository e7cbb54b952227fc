import { takeAccessibility } from './accessibility';
import { takePhrase } from './phrase';
import type { Scan } from './scan';

/** Reads a diagram of which only the words are known: those that open a line, strings, numbers, arrows and signs. */
export function scanKeywords(keywords: readonly string[]): (scan: Scan) => void {
  const known = new Set(keywords);
  return (scan) => {
    while (!scan.atEnd) {
      scan.takeSpace();
      if (scan.atEnd || takeAccessibility(scan)) continue;
      const word = scan.text.slice(scan.at, hyphenatedEnd(scan));
      if (known.has(word)) scan.takeKeyword(word.length);
      if (word === 'title') scan.takeLine('text');
      for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) takePhrase(scan);
    }
  };
}

function hyphenatedEnd(scan: Scan): number {
  let end = scan.wordEnd(scan.at);
  while (scan.code(end) === 45 && scan.wordEnd(end + 1) > end + 1) end = scan.wordEnd(end + 1);
  return end;
}
