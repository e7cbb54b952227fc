import type { Scan } from './scan';

/** Where a name that starts at an offset ends, in one diagram type. */
export type NameEnd = (scan: Scan, from: number) => number;

const wordEnd: NameEnd = (scan, from) => scan.wordEnd(from);

/** The end of a list of names: past its commas, blanks around them too. */
export function listEnd(scan: Scan, nameEnd = wordEnd): number {
  let end = nameEnd(scan, scan.at);
  for (let next = scan.skipBlanks(end); scan.code(next) === 44 /* , */; next = scan.skipBlanks(end)) {
    const name = scan.skipBlanks(next + 1);
    const after = nameEnd(scan, name);
    if (after === name) return end;
    end = after;
  }
  return end;
}

/** `classDef a,b fill:red` */
export function takeClassDef(scan: Scan, nameEnd = wordEnd): void {
  scan.takeKeyword('classDef'.length);
  scan.takeNames(listEnd(scan, nameEnd), (end) => scan.takeClassName(end, true));
  scan.takeBlanks();
  scan.takeLine('style');
}

/** `class A,B hot`: gives nodes their style classes. */
export function takeClass(scan: Scan, kind: string, nameEnd = wordEnd): void {
  scan.takeKeyword('class'.length);
  scan.takeNames(listEnd(scan, nameEnd), (end) => scan.takeId(end, 'class', kind));
  scan.takeBlanks();
  scan.takeNames(scan.trimEnd(scan.at, scan.lineEnd()), (end) => scan.takeClassName(end));
}

/** `style A,B fill:red` */
export function takeStyle(scan: Scan, kind: string, nameEnd = wordEnd): void {
  scan.takeKeyword('style'.length);
  scan.takeNames(listEnd(scan, nameEnd), (end) => scan.takeId(end, 'style', kind));
  scan.takeBlanks();
  scan.takeLine('style');
}
