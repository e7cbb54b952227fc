import { element } from './dom';
import { type IconName, icon } from './icons';

/** A button that shows an icon and says its name to the mouse and the screen reader. */
export function iconButton(name: IconName, label: string, press: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    icon(name),
  );
  button.addEventListener('click', press);
  return button;
}

export interface MenuItem {
  readonly label: string;
  readonly choose: () => void;
}

let menus = 0;

/** A button with a menu below it: arrow keys move, Enter chooses, Escape leaves. */
export function menuButton(name: IconName, label: string, items: readonly MenuItem[]): HTMLElement {
  const id = `menu-${++menus}`;
  const menu = element('div', { class: 'menu', role: 'menu', id, 'aria-label': label, popover: 'auto' });
  const entries = items.map(({ label: text, choose }) => {
    const entry = element('button', { type: 'button', role: 'menuitem', tabindex: -1 }, text);
    entry.addEventListener('click', () => {
      menu.hidePopover();
      choose();
    });
    return entry;
  });
  menu.append(...entries);
  const button = iconButton(name, label, () => {
    menu.togglePopover();
    if (!menu.matches(':popover-open')) return;
    const { left, top } = besideButton(button.getBoundingClientRect(), menu.getBoundingClientRect());
    menu.style.left = `${left}px`;
    menu.style.top = `${top}px`;
  });
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-controls', id);
  menu.addEventListener('toggle', (event) => {
    const open = event.newState === 'open';
    button.setAttribute('aria-expanded', String(open));
    if (open) entries[0]?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    const at = entries.findIndex((entry) => entry.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    entries.at(next % entries.length)?.focus();
  });
  return element('span', { class: 'menu-holder' }, button, menu);
}

/** Below the button and flush with its right edge, or above it where there is no room below; never beyond the page. */
function besideButton(button: DOMRect, menu: DOMRect): { left: number; top: number } {
  const below = button.bottom + 2;
  const top = below + menu.height <= innerHeight ? below : Math.max(4, button.top - menu.height - 2);
  return { left: Math.max(4, button.right - menu.width), top };
}
