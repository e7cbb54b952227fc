// Assembles the training's inner loop: node --import tsx tools/train/build-product.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import wabt from 'wabt';

/** The bytes of `product.wasm` from its text. */
export async function assembleProduct(): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  return parseWat('product.wat', readFileSync('tools/train/product.wat', 'utf8')).toBinary({}).buffer;
}

if (argv[1]?.endsWith('build-product.ts'))
  void assembleProduct().then((bytes) => writeFileSync('tools/train/product.wasm', bytes));
