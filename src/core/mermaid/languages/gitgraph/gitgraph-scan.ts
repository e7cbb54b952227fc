import type { OccurrenceRole } from '../../diagram-symbols';
import { takeAccessibility } from '../../scan/accessibility';
import { isSpace } from '../../scan/characters';
import type { Identifier, Scan } from '../../scan/scan';
import { keywordsOf } from '../../vocabulary';
import { gitgraphDirections, gitgraphWords } from './gitgraph-words';

/** Reads a git graph: a command a line. Branches and commits are its nodes; `main` is there without being declared. */
export function scanGitGraph(scan: Scan): void {
  scan.takeBlanks();
  if (gitgraphDirections.includes(scan.word())) scan.take('value', scan.at + 2);
  scan.takeBlanks();
  if (scan.code() === 58 /* : */) scan.take('operator', scan.at + 1);
  while (!scan.atEnd) takeLine(scan);
}

const quotes = new Set([34, 39]);
const commands = new RegExp(`^(?:${keywordsOf(gitgraphWords).join('|')})(?![\\w-])`);

function takeLine(scan: Scan): void {
  scan.takeSpace();
  if (scan.atEnd || takeAccessibility(scan)) return;
  if (scan.startsWith('%%')) {
    scan.take('comment', scan.lineEnd());
    return;
  }
  const command = commands.exec(scan.text.slice(scan.at, scan.at + 12))?.[0];
  if (command === undefined) {
    scan.takeLine('unknown');
    return;
  }
  scan.takeKeyword(command.length);
  if (command === 'title') scan.takeLine('text');
  else takeArguments(scan, command);
}

function takeArguments(scan: Scan, command: string): void {
  const isMerge = command === 'merge';
  if (isMerge || command === 'checkout' || command === 'switch') takeName(scan, 'other', 'branch');
  if (command === 'branch') {
    const branch = takeName(scan, 'other', 'branch');
    if (branch) scan.symbols.declare(branch.id, 'branch');
  }
  let commit: Identifier | undefined;
  for (scan.takeBlanks(); !scan.atLineEnd; scan.takeBlanks()) {
    const key = /^(?:id|msg|tag|type|order|parent):/.exec(scan.text.slice(scan.at, scan.at + 7))?.[0];
    if (scan.startsWith('%%')) scan.take('comment', scan.lineEnd());
    else if (key === undefined && command === 'commit' && quotes.has(scan.code())) takeMessage(scan, commit);
    else if (key === undefined) scan.take('unknown', wordEnd(scan));
    else {
      scan.takeKeyword(key.length);
      if (key === 'id:') commit = takeCommit(scan, command);
      else if (key === 'parent:') takeName(scan, 'other', 'commit');
      else if (key === 'msg:') takeMessage(scan, commit);
      else scan.take(key === 'tag:' ? 'string' : 'value', valueEnd(scan));
    }
  }
}

/** `cherry-pick` names a commit; the other commands make one. */
function takeCommit(scan: Scan, command: string): Identifier | undefined {
  const commit = takeName(scan, 'other', 'commit');
  if (commit && command !== 'cherry-pick') scan.symbols.declare(commit.id, 'commit');
  return commit;
}

function takeMessage(scan: Scan, commit: Identifier | undefined): void {
  const end = valueEnd(scan);
  const quoted = quotes.has(scan.code()) && end - scan.at >= 2;
  if (quoted) scan.take('quote', scan.at + 1);
  const label = scan.label(scan.at, quoted ? end - 1 : end, quoted);
  scan.take('label', label.span.end);
  if (quoted) scan.take('quote', end);
  if (commit) scan.symbols.label(commit.id, label);
}

/** Takes a name, in quotes or plain. */
function takeName(scan: Scan, role: OccurrenceRole, kind: string): Identifier | undefined {
  const end = valueEnd(scan);
  if (!quotes.has(scan.code()) || end - scan.at < 2) return scan.takeId(end, role, kind);
  scan.take('quote', scan.at + 1);
  const name = scan.takeId(end - 1, role, kind);
  scan.take('quote', end);
  return name;
}

/** The end of a string with its quotes, or of a word. */
function valueEnd(scan: Scan): number {
  if (quotes.has(scan.code())) {
    const close = scan.next(scan.text[scan.at]!, scan.at + 1);
    if (close < scan.lineEnd()) return close + 1;
  }
  return wordEnd(scan);
}

function wordEnd(scan: Scan): number {
  let end = scan.at;
  while (end < scan.end && !isSpace(scan.code(end))) end++;
  return end;
}
