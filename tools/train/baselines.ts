// What counting makes of course-nano's text: node --import tsx tools/train/baselines.ts
import { stdout } from 'node:process';
import { alphabet, courseText, encode } from './course-text';
import { KneserNey } from './kneser-ney';

const parts = (['training', 'validation-comments', 'validation-course'] as const).map((part) =>
  encode(courseText(part), alphabet),
);
const heldOut = encode(courseText('held-out'), alphabet);
stdout.write(`uniform ${Math.log(alphabet.length).toFixed(3)}\n`);
for (const order of [1, 2, 3, 4, 5, 6])
  stdout.write(`${order}-gram ${new KneserNey(parts, order, alphabet.length).loss(heldOut).toFixed(3)}\n`);
