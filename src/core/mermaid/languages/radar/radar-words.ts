import { say } from '../../../l10n/say';
import { keywordsOnly } from '../../vocabulary';

export const radarWords = keywordsOnly({
  title: say`of the chart`,
  axis: 'id["Label"], …',
  curve: 'id["Label"]{1, 2, 3}',
  max: say`of the scale`,
  min: say`of the scale`,
  graticule: say`circle or polygon`,
  ticks: say`how many`,
  showLegend: say`true or false`,
});
