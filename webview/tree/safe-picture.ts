/**
 * Turns Mermaid's text into a picture that cannot do anything. Mermaid has sanitised it already, and the page's policy
 * runs no inline script; this is the third lock, and the only way in which a picture enters the page.
 */
export function safePicture(markup: string): SVGSVGElement | undefined {
  const inert = new DOMParser().parseFromString(markup, 'text/html');
  const picture = inert.querySelector('svg');
  if (!picture) return undefined;
  for (const child of [...picture.querySelectorAll('*')]) {
    if (forbidden.has(child.localName.toLowerCase())) child.remove();
    else disarm(child);
  }
  disarm(picture);
  return document.importNode(picture, true);
}

const forbidden = new Set([
  'script',
  'iframe',
  'frame',
  'object',
  'embed',
  'link',
  'meta',
  'base',
  'form',
  'input',
  'button',
  'textarea',
  'select',
  'video',
  'audio',
  'set',
  'animate',
  'animatemotion',
  'animatetransform',
]);

function disarm(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const attribute = name.toLowerCase();
    const isLink = attribute === 'href' || attribute.endsWith(':href') || attribute === 'src';
    if (attribute.startsWith('on') || (isLink && !isHarmless(value))) element.removeAttribute(name);
  }
}

/** Places inside the picture, pictures in the text itself, and the addresses that a person may choose to follow. */
const isHarmless = (address: string): boolean =>
  /^(?:#|https?:\/\/|mailto:|data:image\/(?:png|jpeg|gif|webp);)/i.test(address.trim());
