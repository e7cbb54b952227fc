/** 128 bits of a text as hexadecimal digits: to notice a change, not to keep anybody from making one up. */
export function fingerprint(text: string): string {
  let [a, b, c, d] = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193) ^ (d >>> 15);
    b = Math.imul(b ^ a, 0x21f0aaad) ^ (a >>> 13);
    c = Math.imul(c ^ b, 0x735a2d97) ^ (b >>> 16);
    d = Math.imul(d ^ c, 0x297a2d39) ^ (c >>> 14);
  }
  return [a, b, c, d].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
