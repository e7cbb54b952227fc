/** A colour as the screen mixes it: red, green, blue from 0 to 255, opacity from 0 to 1. */
export interface Color {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** Reads the notations in which an editor and a browser's computed styles give colours; undefined for any other. */
export function parseColor(text: string): Color | undefined {
  const value = text.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3,8})$/.exec(value)?.[1];
  if (hex) return fromHex(hex);
  const rgb = /^rgba?\(([^)]*)\)$/.exec(value)?.[1];
  if (rgb !== undefined) return fromChannels(rgb, 1);
  const srgb = /^color\(srgb ([^)]*)\)$/.exec(value)?.[1];
  if (srgb !== undefined) return fromChannels(srgb, 255);
  return value === 'transparent' ? { r: 0, g: 0, b: 0, a: 0 } : undefined;
}

function fromHex(digits: string): Color | undefined {
  if (digits.length === 5 || digits.length === 7) return undefined;
  const wide = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const channel = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16);
  return { r: channel(0), g: channel(2), b: channel(4), a: wide.length === 8 ? channel(6) / 255 : 1 };
}

function fromChannels(list: string, scale: number): Color | undefined {
  const parts = list.split(/[\s,/]+/).filter((part) => part !== '');
  const numbers = parts.map((part, index) => {
    if (!part.endsWith('%')) return index < 3 ? Number(part) * scale : Number(part);
    return (Number(part.slice(0, -1)) / 100) * (index < 3 ? 255 : 1);
  });
  const [r, g, b, a = 1] = numbers;
  if (r === undefined || g === undefined || b === undefined || numbers.some(Number.isNaN)) return undefined;
  return { r, g, b, a };
}

/** `top` painted over an opaque `bottom`. */
export const over = (top: Color, bottom: Color): Color => ({ ...mix(bottom, { ...top, a: 1 }, top.a), a: 1 });

/** From `a` (share 0) to `b` (share 1). */
export function mix(a: Color, b: Color, share: number): Color {
  const between = (x: number, y: number) => x + (y - x) * share;
  return { r: between(a.r, b.r), g: between(a.g, b.g), b: between(a.b, b.b), a: between(a.a, b.a) };
}

export function toHex({ r, g, b }: Color): string {
  const channel = (value: number) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${channel(r)}${channel(g)}${channel(b)}`;
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
export function luminance({ r, g, b }: Color): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export function contrast(a: Color, b: Color): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Moves `color` towards `towards` just far enough to reach the contrast with `against`. */
export function withContrast(color: Color, against: Color, ratio: number, towards: Color): Color {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = mix(color, towards, share);
    if (contrast(candidate, against) >= ratio) return candidate;
  }
  return towards;
}
