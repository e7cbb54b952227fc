import { keywordsOnly } from '../../vocabulary';
import type { DiagramLanguage } from '../language';
import { radarBreaks } from './radar-breaks';
import { scanRadar } from './radar-scan';

export const radar: DiagramLanguage<'radar'> = {
  type: 'radar',
  judged: ['radar'],
  keywords: [{ word: 'radar-beta', since: '11.6' }],
  name: 'Radar chart',
  description: 'curves over axes',
  hasTitle: true,
  scan: scanRadar,
  words: keywordsOnly({
    title: 'of the chart',
    axis: 'id["Label"], …',
    curve: 'id["Label"]{1, 2, 3}',
    max: 'of the scale',
    min: 'of the scale',
    graticule: 'circle or polygon',
    ticks: 'how many',
    showLegend: 'true or false',
  }),
  finders: radarBreaks,
};
