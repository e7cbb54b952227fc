import { isInside, safeStyles } from '../../src/core/markup/safe-rules';
import { disarmTree, isStyles, safeValue } from './safe-markup';

const emptyPicture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

let kept = false;

/**
 * Keeps the page from asking for anything from elsewhere while Mermaid draws: it measures in the page itself, long before
 * its picture is taken from it. Every way in which its drawing writes addresses and styles is watched, and what would load
 * is left out. Nothing of our own loads by these ways.
 */
export function keepWithoutRequests(): void {
  if (kept) return;
  kept = true;
  watchAttributes();
  watchMarkup();
  watchStyles();
  watchPictures();
}

function watchAttributes(): void {
  const { setAttribute, setAttributeNS } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    const safe = safeValue(this, name, String(value));
    if (safe !== undefined) setAttribute.call(this, name, safe);
  };
  Element.prototype.setAttributeNS = function (space, name, value) {
    const safe = safeValue(this, name, String(value));
    if (safe !== undefined) setAttributeNS.call(this, space, name, safe);
  };
}

function watchMarkup(): void {
  for (const name of ['innerHTML', 'outerHTML'] as const) {
    watchProperty(Element.prototype, name, (element, text) =>
      name === 'innerHTML' && isStyles(element) ? safeStyles(text) : safeHtml(text),
    );
  }
  watchProperty(Node.prototype, 'textContent', (node, text) => (isStyles(node) ? safeStyles(text) : text));
  const { insertAdjacentHTML } = Element.prototype;
  Element.prototype.insertAdjacentHTML = function (where, text) {
    insertAdjacentHTML.call(this, where, safeHtml(text));
  };
  const { createContextualFragment } = Range.prototype;
  Range.prototype.createContextualFragment = function (text) {
    return createContextualFragment.call(this, safeHtml(text));
  };
}

function watchStyles(): void {
  const { setProperty } = CSSStyleDeclaration.prototype;
  CSSStyleDeclaration.prototype.setProperty = function (name, value, priority) {
    setProperty.call(this, name, value === null ? null : safeStyles(String(value)), priority);
  };
  watchProperty(CSSStyleDeclaration.prototype, 'cssText', (_, text) => safeStyles(text));
}

/** A picture of an author is measured by loading it; what the page paints for saving stands in its address. */
function watchPictures(): void {
  watchProperty(HTMLImageElement.prototype, 'src', (_, address) =>
    isInside(address) || /^(?:blob:|data:image\/svg\+xml)/.test(address) ? address : emptyPicture,
  );
}

/** Markup that would load nothing when it is put into the page. */
function safeHtml(text: string): string {
  if (!/<[a-z]/i.test(text)) return text;
  const { body } = new DOMParser().parseFromString(`<body>${text}`, 'text/html');
  const before = body.innerHTML;
  disarmTree(body);
  const after = body.innerHTML;
  return after === before ? text : after;
}

/** Passes what is written into a property through `safe`. */
function watchProperty<T extends object>(
  of: T,
  name: keyof T & string,
  safe: (target: T, text: string) => string,
): void {
  const property = Object.getOwnPropertyDescriptor(of, name);
  const write = property?.set;
  if (!property || !write) return;
  Object.defineProperty(of, name, {
    ...property,
    set(this: T, value: unknown) {
      write.call(this, value === null ? value : safe(this, String(value)));
    },
  });
}
