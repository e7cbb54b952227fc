import { keywordsOnly } from '../../vocabulary';

export const radarWords = keywordsOnly({
  title: 'of the chart',
  axis: 'id["Label"], …',
  curve: 'id["Label"]{1, 2, 3}',
  max: 'of the scale',
  min: 'of the scale',
  graticule: 'circle or polygon',
  ticks: 'how many',
  showLegend: 'true or false',
});
