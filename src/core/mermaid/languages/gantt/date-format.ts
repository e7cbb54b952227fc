/** Whether a text is a date of the format: a day that exists, one that does not, or something else altogether. */
export type DateReader = (written: string) => 'date' | 'impossible' | 'other';

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'rest';

/** The tokens of dayjs formats that a calendar can be asked about. */
const tokens: Readonly<Record<string, readonly [pattern: string, part: Part]>> = {
  YYYY: ['\\d{4}', 'year'],
  YY: ['\\d{2}', 'rest'],
  MM: ['\\d{2}', 'month'],
  M: ['\\d{1,2}', 'month'],
  DD: ['\\d{2}', 'day'],
  D: ['\\d{1,2}', 'day'],
  HH: ['\\d{2}', 'hour'],
  H: ['\\d{1,2}', 'hour'],
  hh: ['\\d{2}', 'hour'],
  h: ['\\d{1,2}', 'hour'],
  mm: ['\\d{2}', 'minute'],
  m: ['\\d{1,2}', 'minute'],
  ss: ['\\d{2}', 'second'],
  s: ['\\d{1,2}', 'second'],
  SSS: ['\\d{3}', 'rest'],
  A: ['[AP]M', 'rest'],
  a: ['[ap]m', 'rest'],
};

/** Reads dates of one `dateFormat`; undefined for formats with names of months or zones, which are left alone. */
export function dateReader(format: string): DateReader | undefined {
  const parts: Part[] = [];
  let pattern = '';
  let rest = format;
  while (rest !== '') {
    const run = /^([A-Za-z])\1*/.exec(rest)?.[0];
    const token = run !== undefined && run in tokens ? run : undefined;
    if (token) {
      const [source, part] = tokens[token]!;
      pattern += `(${source})`;
      parts.push(part);
    } else if (run !== undefined && run !== 'T') return undefined;
    else pattern += rest[0]!.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    rest = rest.slice(token?.length ?? 1);
  }
  const whole = new RegExp(`^${pattern}$`);
  return (written) => {
    const match = whole.exec(written);
    if (!match) return 'other';
    const value: Partial<Record<Part, number>> = {};
    for (const [i, part] of parts.entries()) value[part] = Number(match[i + 1]);
    return exists(value) ? 'date' : 'impossible';
  };
}

function exists({
  year = 2024,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
}: Partial<Record<Part, number>>): boolean {
  if (month < 1 || month > 12 || hour > 24 || minute > 59 || second > 59) return false;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
