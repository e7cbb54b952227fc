import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { mutated } from './arbitrary-text';
import { answersAbout, answersAt, faults } from './ask-everything';
import { inTime } from './in-time';
import { faultsOfFixes } from './prove-fixes';
import { faultsOfRename } from './prove-renames';
import { type Sample, samples } from './samples';
import { asItStands, put, type Trial, trial, Workbench } from './trial';

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

/** What is asked about of a text: some places, and the name that what stands there is given. */
interface Step {
  readonly sample: Sample;
  readonly places: readonly number[];
  readonly newName: string;
}

/** Several texts, one after the other in the same editor. */
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    sample: mutated(samples()),
    places: fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 2 }),
    newName: fc.constantFrom(...names),
  }),
  { minLength: 1, maxLength: 30, size: 'max' },
);

/**
 * Of any mutated samples, each put in the place of the one before: every question is answered, within the text and in
 * time; what a server knows after an edit is what a fresh one would know; every fix mends and every rename has a way back.
 * `asked` hears of each text.
 */
export function everythingHolds(judge: MermaidJudge, asked: () => void = () => {}) {
  return fc.asyncProperty(steps, async (all) => {
    const editors = new Map<string, Editor>();
    for (const { sample, places, newName } of all) {
      const editor = editors.get(sample.name) ?? (await beginWith(sample.name, '# Before\n', judge));
      editors.set(sample.name, editor);
      const complaints = await inTime(complaintsOf(sample, editor, places, newName, judge));
      asked();
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    }
  });
}

/** An editor that holds one file, and a workbench for what might become of it. */
export interface Editor {
  readonly held: Trial;
  readonly workbench: Workbench;
}

/** A file as it stands in an editor in which everything was asked about it. */
export async function beginWith(name: string, text: string, judge: MermaidJudge): Promise<Editor> {
  const held = await trial({ name, text }, judge);
  await answersAbout(held);
  return { held, workbench: new Workbench(judge) };
}

/** What does not hold of a text, in words. It is put in the place of what stood in `editor`, too. */
export async function complaintsOf(
  sample: Sample,
  { held, workbench }: Editor,
  places: readonly number[],
  newName: string,
  judge: MermaidJudge,
): Promise<string[]> {
  const asked = await trial(sample, judge);
  const about = await answersAbout(asked);
  const complaints = await faults(asked, about);
  put(held.service, sample.name, sample.text);
  const now = await answersAbout(await asItStands(held.service, sample.name));
  for (const [question, answer] of Object.entries(about))
    if (!isAlike(answer, now[question])) complaints.push(`${question}: is not that of a fresh reading`);
  for (const place of places) {
    const offset = Math.floor((place / 10_000) * (sample.text.length + 1));
    complaints.push(...(await faults(asked, await answersAt(asked, offset))));
    complaints.push(...(await faultsOfRename(sample, asked, offset, newName, workbench)));
  }
  complaints.push(...(await faultsOfFixes(sample, asked, workbench)));
  return [...new Set(complaints)];
}

/** Whether two answers are the same as they go over the wire, in whatever order a value's parts were made. */
function isAlike(one: unknown, other: unknown): boolean {
  const [a, b] = [JSON.stringify(one) ?? 'null', JSON.stringify(other) ?? 'null'];
  return a === b || isDeepStrictEqual(JSON.parse(a), JSON.parse(b));
}
