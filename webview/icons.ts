import { svgElement } from './dom';

/** Line drawings in a field of 16 by 16, stroked in the colour of the text around them. */
const paths = {
  find: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.2 10.2 14 14',
  more: 'M8 3.2v.1M8 8v.1M8 12.8v.1',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  near: 'M8 6a2 2 0 1 1 0 4a2 2 0 0 1 0-4zM8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2',
  fold: 'M8 1.8v3.4M6 3.5 8 5.5 10 3.5M2.5 8h11M8 14.2v-3.4M6 12.5 8 10.5 10 12.5',
  present: 'M2.5 3h11v7.5h-11zM8 10.5v3M5.5 13.5h5',
  check: 'M3 8.5 6.5 12 13 4.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  up: 'M3.5 10 8 5.5 12.5 10',
  down: 'M3.5 6 8 10.5 12.5 6',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName): SVGSVGElement {
  return svgElement(
    'svg',
    { class: `icon ${name}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svgElement('path', { d: paths[name] }),
  );
}
