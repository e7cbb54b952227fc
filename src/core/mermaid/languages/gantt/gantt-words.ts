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
  slots: { after: ['ids'], until: ['ids'], click: clickSlots },
};
