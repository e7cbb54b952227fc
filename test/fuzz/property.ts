import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { courseLanguageOf } from '../../src/core/course/course-language';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { mutated } from './arbitrary-text';
import { answersAbout, answersAt, faults } from './ask-everything';
import { inTime } from './in-time';
import { faultsOfFixes } from './prove-fixes';
import { faultsOfRename } from './prove-renames';
import { type Sample, samples } from './samples';
import { trial } from './trial';

const names = [
  'Zwillich',
  'Zw illich',
  'Zwillich (ZW)',
  'Zw\ufeffillich',
  'Zw\u0007',
  'Zw-illich',
  '🧵 Zwillich',
  'Zw"illich',
  'Zw*illich*',
];

/**
 * Of any mutated sample: every question is answered, within the text and in time; what a server knows after an edit is
 * what a fresh one would know; every fix mends and every rename has a way back.
 */
export function everythingHolds(judge: MermaidJudge) {
  return fc.asyncProperty(
    mutated(samples()),
    mutated(samples()),
    fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...names),
    async (sample, earlier, places, newName) => {
      const complaints = await inTime(complaintsOf(sample, earlier.text, places, newName, judge));
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
  );
}

/** What does not hold of a text, in words. */
export async function complaintsOf(
  sample: Sample,
  earlier: string,
  places: readonly number[],
  newName: string,
  judge: MermaidJudge,
): Promise<string[]> {
  const asked = await trial(sample, judge);
  const about = await answersAbout(asked);
  const complaints = await faults(asked, about);
  const edited = await trial({ ...sample, text: earlier }, judge);
  await answersAbout(edited);
  const { uri } = asked;
  edited.service.open({ uri, text: sample.text, version: 2 }, courseLanguageOf(sample.name)!);
  const now = await answersAbout({ ...edited, document: (await edited.service.document(uri))! });
  for (const [question, answer] of Object.entries(about))
    if (!isDeepStrictEqual(plain(answer), plain(now[question])))
      complaints.push(`${question}: is not that of a fresh reading`);
  for (const place of places) {
    const offset = Math.floor((place / 10_000) * (sample.text.length + 1));
    complaints.push(...(await faults(asked, await answersAt(asked, offset))));
    complaints.push(...(await faultsOfRename(sample, asked, offset, newName, judge)));
  }
  complaints.push(...(await faultsOfFixes(sample, asked, judge)));
  return [...new Set(complaints)];
}

/** Answers as they go over the wire: without the version of the text that they are about. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'version' ? undefined : one)) ?? 'null');
