import { say } from '../../../l10n/say';
import { phrases, type Vocabulary } from '../../vocabulary';
import { clickSlots } from '../common-words';

/** What a task may be, before its id and times. */
const tags = {
  done: say`the task is done`,
  active: say`the task is going on`,
  crit: say`the task is critical`,
  milestone: say`a moment, not a time`,
  vert: say`a line through the chart`,
};

export const ganttTags: readonly string[] = Object.keys(tags);

export const ganttWords: Vocabulary = {
  keywords: phrases({
    title: say`of the chart`,
    dateFormat: say`of the dates below: YYYY-MM-DD`,
    axisFormat: say`of the dates on the axis: %Y-%m-%d`,
    tickInterval: say`of the axis: 1week`,
    section: say`a group of tasks`,
    excludes: say`days without work: weekends`,
    includes: say`days with work all the same`,
    todayMarker: say`off, or its style`,
    weekday: say`that a week starts with`,
    weekend: say`friday or saturday`,
    inclusiveEndDates: say`an end date is part of its task`,
    topAxis: say`the axis is above too`,
    click: say`a link on a task`,
  }),
  arrows: phrases({
    ...Object.fromEntries(Object.entries(tags).map(([tag, detail]) => [`${tag},`, detail])),
    'after ': say`starts when others end`,
    'until ': say`ends when another starts`,
  }),
  afterSigns: true,
  keywordsOpen: true,
  slots: {
    dateformat: [
      phrases({ 'YYYY-MM-DD': '2026-01-31', 'DD.MM.YYYY': '31.01.2026', 'HH:mm': '18:30', X: say`seconds since 1970` }),
    ],
    axisformat: [phrases({ '%Y-%m-%d': '2026-01-31', '%d.%m.': '31.01.', '%b %d': say`Jan 31`, '%H:%M': '18:30' })],
    tickinterval: [
      phrases({ '1day': say`a mark each day`, '1week': say`a mark each week`, '1month': say`a mark each month` }),
    ],
    excludes: [phrases({ weekends: say`no work on Saturday and Sunday`, sunday: say`no work on Sundays` })],
    todaymarker: [phrases({ off: say`today is not marked`, 'stroke-width:5px,stroke:#0f0': say`how its line looks` })],
    weekend: [phrases({ friday: say`Friday and Saturday`, saturday: say`Saturday and Sunday` })],
    weekday: [
      phrases({
        monday: say`weeks start on Mondays`,
        tuesday: '',
        wednesday: '',
        thursday: '',
        friday: '',
        saturday: '',
        sunday: say`weeks start on Sundays`,
      }),
    ],
    after: ['ids'],
    until: ['ids'],
    click: clickSlots,
  },
};
