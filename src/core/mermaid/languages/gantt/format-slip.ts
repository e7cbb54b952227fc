import { say } from '../../../l10n/say';
import type { Slip } from '../../breaks/slip';

/** The signs of a date by which Mermaid reads (dayjs), longest first; a text in brackets stands for itself. */
const sign =
  /\[[^\]]*\]|Y{4}|Y{2}|M{1,4}|D{1,2}|Do|H{1,2}|h{1,2}|m{1,2}|s{1,2}|S{1,3}|A|a|Z{1,2}|X|x|Q|w{1,2}|k{1,2}|T/y;

/** What is meant by a run of letters that is no sign: `yyyy`, `JJJJ` and `AAAA` are years, `dd` and `TT` days. */
function meant(run: string): string | undefined {
  if (/^(?:y{2,4}|j{2,4}|a{4})$/i.test(run)) return run.length === 2 ? 'YY' : 'YYYY';
  return /^(?:d{1,2}|t{1,2})$/i.test(run) ? run.toUpperCase().replaceAll('T', 'D') : undefined;
}

/** The first run of letters of a format that is no sign, and the whole as it is meant; nothing where that is not plain. */
function read(format: string): { readonly run: string; readonly whole: string } | undefined {
  let whole = '';
  let wrong: string | undefined;
  for (const [run] of format.matchAll(/\[[^\]]*\]|([A-Za-z])\1*|[^A-Za-z[]+|\[/g)) {
    sign.lastIndex = 0;
    const isKnown = !/^[A-Za-z]/.test(run) || sign.exec(run)?.[0] === run;
    const other = isKnown ? run : meant(run);
    if (other === undefined) return undefined;
    if (!isKnown) wrong ??= run;
    whole += other;
  }
  if (wrong === undefined) return undefined;
  // `mm` beside years and days are months: minutes follow an hour.
  return { run: wrong, whole: /h/i.test(whole) ? whole : whole.replace(/(?<=[YD]\W?)mm|mm(?=\W?[YD])/g, 'MM') };
}

/** `dateFormat DD.MM.JJJJ`: a sign that Mermaid does not know, so that the day may be read for the month. */
export const formatSlip: Slip = {
  line: /^\s*dateFormat\s+(?<here>[^\s#;](?:[^#;]*[^\s#;])?)/d,
  message: ({ here }) =>
    say`‘${read(here!)?.run ?? ''}’ is no part of a date here, so that days and months may be mistaken for each other: a year is YYYY, a month MM, a day DD.`,
  title: ({ here }) => say`Write ${read(here!)?.whole ?? ''}`,
  mend: ({ here }) => read(here!)?.whole,
};

/** A sign of `dateFormat` as `axisFormat` has it. */
const axisSigns: Readonly<Record<string, string>> = {
  YYYY: '%Y',
  YY: '%y',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  DD: '%d',
  D: '%e',
  HH: '%H',
  mm: '%M',
  ss: '%S',
  dddd: '%A',
  ddd: '%a',
};

const axisMeant = (format: string): string => format.replace(/([A-Za-z])\1*/g, (run) => axisSigns[run] ?? run);

/** `axisFormat MM-DD`: its signs are others than those of `dateFormat`, and each tick says the same. */
export const axisSlip: Slip = {
  line: /^\s*axisFormat\s+(?<here>(?=[^%\n]*(?:YY|MM|DD|HH|mm))[^\s%#;](?:[^%#;]*[^\s%#;])?)\s*$/d,
  message: ({ here }) =>
    say`‘${here}’ is drawn at each tick as it stands: the signs of axisFormat begin with %, ${axisMeant(here!)}.`,
  title: ({ here }) => say`Write ${axisMeant(here!)}`,
  mend: ({ here }) => (axisMeant(here!) === here ? undefined : axisMeant(here!)),
};
