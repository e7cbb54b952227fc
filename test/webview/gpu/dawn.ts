import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Dawn's bindings for Node, the npm package `webgpu`: installed in the folder that COURSEWRIGHT_DAWN names, in
 * `.cache/dawn`, or beside the project's own packages. They are no dependency, being large and of use only where there
 * is a GPU driver and no screen. Returns a sentence where they are absent.
 */
export function findDawn(): { readonly module: string } | string {
  const named = process.env.COURSEWRIGHT_DAWN;
  const folders = [...(named ? [named] : []), join('.cache', 'dawn'), '.'];
  const module = folders.map((folder) => resolve(folder, 'node_modules', 'webgpu', 'index.js')).find(existsSync);
  return module
    ? { module }
    : "Dawn's bindings for Node are not installed (npm install --prefix .cache/dawn webgpu@0.6.2)";
}
