/**
 * Tells the person at the terminal what is going on, one line at a time.
 * @param {string} line
 */
export function say(line) {
  console.log(`→ ${line}`);
}
