import { say } from '../../src/core/l10n/say';
import { toHex } from '../color';
import { svgElement } from '../dom';
import type { PanelTheme } from '../theme';
import type { Picture } from './drawn-picture';
import { withoutLitHeads } from './lit-heads';

const margin = 16;
/** Browsers refuse a canvas beyond this edge. */
const largestEdge = 16_384;

/** The picture as a file of its own: on the theme's background, with a little air around it. */
export function standaloneSvg({ svg, size }: Picture, theme: PanelTheme, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  withoutLitHeads(copy);
  for (const shape of copy.querySelectorAll('[tabindex], [data-node], [data-edge-index], [data-group-index]')) {
    for (const name of [
      'tabindex',
      'role',
      'aria-label',
      'aria-expanded',
      'data-node',
      'data-edge-index',
      'data-group-index',
    ])
      shape.removeAttribute(name);
  }
  const [x = 0, y = 0] = (copy.getAttribute('viewBox') ?? '').split(/\s+/).map(Number);
  const width = size.width + 2 * margin;
  const height = size.height + 2 * margin;
  copy.setAttribute('viewBox', `${x - margin} ${y - margin} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.maxWidth = '';
  const background = svgElement('rect', { x: x - margin, y: y - margin, width, height, fill: toHex(theme.background) });
  const name = svgElement('title', {}, title);
  copy.querySelector(':scope > title')?.remove();
  copy.prepend(name, background);
  return new XMLSerializer().serializeToString(copy);
}

/** Paints a picture's file; `scale` pixels for each of its units, fewer where the canvas would be too large. */
export async function paintPng(svg: string, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const factor = Math.min(scale, largestEdge / Math.max(image.naturalWidth, image.naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * factor));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * factor));
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error(say`The picture is too large to paint.`))),
      'image/png',
    ),
  );
}

/** Bytes as the base64 text in which they travel to the extension. */
export async function toBase64(blob: Blob): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error(say`The picture could not be read.`));
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** A file name that says what the picture shows. */
export function fileName(title: string | undefined, otherwise: string): string {
  const words = (title ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return words.slice(0, 60) || otherwise;
}
