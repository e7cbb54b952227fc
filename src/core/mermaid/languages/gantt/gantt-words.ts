import { phrases, type Vocabulary } from '../../vocabulary';
import { clickSlots } from '../common-words';

/** What a task may be, before its id and times. */
const tags = {
  done: 'the task is done',
  active: 'the task is going on',
  crit: 'the task is critical',
  milestone: 'a moment, not a time',
  vert: 'a line through the chart',
};

export const ganttTags: readonly string[] = Object.keys(tags);

export const ganttWords: Vocabulary = {
  keywords: phrases({
    title: 'of the chart',
    dateFormat: 'of the dates below: YYYY-MM-DD',
    axisFormat: 'of the dates on the axis: %Y-%m-%d',
    tickInterval: 'of the axis: 1week',
    section: 'a group of tasks',
    excludes: 'days without work: weekends',
    includes: 'days with work all the same',
    todayMarker: 'off, or its style',
    weekday: 'that a week starts with',
    weekend: 'friday or saturday',
    inclusiveEndDates: 'an end date is part of its task',
    topAxis: 'the axis is above too',
    click: 'a link on a task',
  }),
  arrows: phrases({
    ...Object.fromEntries(Object.entries(tags).map(([tag, detail]) => [`${tag},`, detail])),
    'after ': 'starts when others end',
    'until ': 'ends when another starts',
  }),
  afterSigns: true,
  keywordsOpen: true,
  slots: {
    dateformat: [
      phrases({ 'YYYY-MM-DD': '2026-01-31', 'DD.MM.YYYY': '31.01.2026', 'HH:mm': '18:30', X: 'seconds since 1970' }),
    ],
    axisformat: [phrases({ '%Y-%m-%d': '2026-01-31', '%d.%m.': '31.01.', '%b %d': 'Jan 31', '%H:%M': '18:30' })],
    tickinterval: [phrases({ '1day': 'a mark each day', '1week': 'a mark each week', '1month': 'a mark each month' })],
    excludes: [phrases({ weekends: 'no work on Saturday and Sunday', sunday: 'no work on Sundays' })],
    todaymarker: [phrases({ off: 'today is not marked', 'stroke-width:5px,stroke:#0f0': 'how its line looks' })],
    weekend: [phrases({ friday: 'Friday and Saturday', saturday: 'Saturday and Sunday' })],
    weekday: [
      phrases({
        monday: 'weeks start on Mondays',
        tuesday: '',
        wednesday: '',
        thursday: '',
        friday: '',
        saturday: '',
        sunday: 'weeks start on Sundays',
      }),
    ],
    after: ['ids'],
    until: ['ids'],
    click: clickSlots,
  },
};
