/** A text without the characters that XML has no way to write, by themselves or by their numbers (https://www.w3.org/TR/xml/#charsets). */
export const writable = (text: string): string =>
  text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** A text as it stands in markup, between tags or between double quotes. */
export const xml = (text: string): string =>
  writable(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
