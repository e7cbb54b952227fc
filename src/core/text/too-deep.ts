/** No file that a person or a program writes in earnest nests so deep; what reads JSON by recursion stands that still. */
const deepest = 500;

/** Where JSON opens more brackets in each other than are read; undefined where it does not. */
export function tooDeep(json: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[{\]}]/g)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > deepest) return index;
  }
  return undefined;
}
