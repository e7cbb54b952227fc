import assert from 'node:assert/strict';
import { join } from 'node:path';
import { foldedName } from '../../src/host/folded-name';
import type { FolderNames } from '../../src/host/folder-names';
import { spellings } from '../../src/host/spellings';

/** A disk as Windows and macOS have it: it opens a folder under any spelling, and lists the names as they were given. */
const tolerantDisk =
  (folders: Readonly<Record<string, readonly string[]>>): FolderNames =>
  (folder) => {
    const names = Object.entries(folders).find(([path]) => foldedName(path) === foldedName(folder))?.[1];
    return (
      names &&
      new Map(names.map((name) => [foldedName(name), names.filter((one) => foldedName(one) === foldedName(name))]))
    );
  };

describe('spellings', () => {
  const disk = tolerantDisk({
    '/c': ['Img', 'two.md', 'cafe\u0301.md'],
    [join('/c', 'Img')]: ['A.png', 'a.PNG', 'b.png'],
  });
  const rows: readonly (readonly [names: readonly string[], found: readonly string[]])[] = [
    [['two.md'], ['two.md']],
    [['Two.md'], ['two.md']],
    [['caf\u00e9.md'], ['cafe\u0301.md']],
    [['img', 'B.png'], ['Img/b.png']],
    [['Img', 'A.png'], ['Img/A.png']],
    [
      ['img', 'A.PNG'],
      ['Img/A.png', 'Img/a.PNG'],
    ],
    [['gone', 'A.png'], []],
  ];
  for (const [names, found] of rows) {
    it(`of ${names.join('/')} are the folder’s own on a disk that takes any`, () => {
      assert.deepEqual(
        spellings('/c', names, disk),
        found.map((path) => join('/c', path)),
      );
    });
  }
});
