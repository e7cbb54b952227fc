import { disarm, disarmTree } from './safe-markup';

/**
 * Turns Mermaid's text into a picture that cannot do anything and asks for nothing. Mermaid has sanitised it already, and
 * the page's policy runs no inline script and loads nothing; this lock holds without either, and is the only way in which
 * a picture enters the page.
 */
export function safePicture(markup: string): SVGSVGElement | undefined {
  const inert = new DOMParser().parseFromString(markup, 'text/html');
  const picture = inert.querySelector('svg');
  if (!picture) return undefined;
  disarmTree(picture);
  disarm(picture);
  return document.importNode(picture, true);
}
