import { isForbidden, safeAttribute, safeStyles } from '../../src/core/markup/safe-rules';

/** Takes out of a tree whatever runs or asks for something from elsewhere. */
export function disarmTree(root: ParentNode): void {
  for (const element of [...root.querySelectorAll('*')]) {
    if (isForbidden(element.localName)) element.remove();
    else disarm(element);
    if (element instanceof HTMLTemplateElement) disarmTree(element.content);
  }
}

export function disarm(element: Element): void {
  if (isStyles(element)) {
    const styles = element.textContent ?? '';
    const safe = safeStyles(styles);
    if (safe !== styles) element.textContent = safe;
  }
  for (const attribute of [...element.attributes]) {
    const safe = safeValue(element, attribute.name, attribute.value);
    if (safe === undefined) element.removeAttributeNode(attribute);
    else if (safe !== attribute.value) attribute.value = safe;
  }
}

export const isStyles = (element: Node): boolean => element.nodeName.toLowerCase() === 'style';

/** What an attribute may hold; undefined where it may not be there. */
export const safeValue = (element: Element, attribute: string, value: string): string | undefined =>
  safeAttribute(element.localName, attribute, value);
