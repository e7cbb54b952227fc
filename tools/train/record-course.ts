import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '../../src/core/demos/model/language-model';
import { readModel } from '../../src/core/demos/model/model-file';
import { transformer } from '../../src/core/reference/transformer';

/** Writes what course-nano did with a sentence, as a course would record it of a larger model: tables of the sample course. */

const model = readModel(readFileSync('media/models/course-nano.json', 'utf8'));
const folder = 'samples/course/data';
const read = tokenise(model, process.argv[2] ?? 'the router sends each token to the experts that suit it best');
if ('unknown' in read) throw new Error(`cannot read ${read.unknown}`);
const names = read.ids.map((id) => model.vocabulary[id]!);
const { blocks } = transformer(model.network, read.ids);
const cell = (text: string): string => (/[",\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const write = (name: string, lines: readonly (readonly (string | number)[])[]): void =>
  writeFileSync(join(folder, name), `${lines.map((line) => line.join(',')).join('\n')}\n`);
const columns = (name: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${name}_${i}`);

const routed = blocks.map(({ routing }) => routing!);
write('course-nano-router.csv', [
  ['layer', 'token', ...columns('logit', routed[0]!.logits.size(1)), ...columns('expert', routed[0]!.slots)],
  ...routed.flatMap(({ logits, experts, slots }, layer) =>
    names.map((name, token) => [
      ...[layer, cell(name)],
      ...Array.from(logits.row(token), (value) => value.toFixed(4)),
      ...experts.subarray(token * slots, (token + 1) * slots),
    ]),
  ),
]);
write('course-nano-attention.csv', [
  ['layer', 'head', 'token', ...columns('key', names.length)],
  ...blocks.flatMap(({ weights }, layer) =>
    Array.from({ length: weights.size(0) }, (_, head) =>
      names.map((name, query) => [
        ...[layer, head, cell(name)],
        ...Array.from(weights.row(head, query), (value) => Number(value.toFixed(4))),
      ]),
    ).flat(),
  ),
]);
