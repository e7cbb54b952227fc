import { endsInCloser } from '../glued-closer';
import { type FenceLine, fenceLines } from './fence-lines';

/** A fence that its author meant otherwise than markdown reads it. */
export type MeantFence =
  /** Nothing closes it before what follows it. */
  | { readonly fault: 'never-closed'; readonly opener: FenceLine; readonly contentEnd: number }
  /** Its closing line says something behind the marker, so that it closes nothing. */
  | { readonly fault: 'text-behind-closer'; readonly opener: FenceLine; readonly closer: FenceLine }
  /** It shows a fence as long as itself, whose closing line closes it. */
  | { readonly fault: 'holds-its-own-kind'; readonly opener: FenceLine; readonly closer: FenceLine };

/**
 * The fences of a text that are not what their author meant, by the line that opens them. Markdown takes every line but
 * a bare marker for content; a person takes a marker with a language for an opener. Where the two differ, the reading
 * with the fewest faults is the author's.
 */
export function meantFences(text: string, mdx = false): ReadonlyMap<number, MeantFence> {
  const meant = new Map<number, MeantFence>();
  if (!text.includes('```') && !text.includes('~~~')) return meant;
  const lines = text.split('\n');
  for (const group of doubtfulGroups(fenceLines(text, mdx))) {
    for (const fence of fewestFaults(group, lines)) meant.set(fence.opener.line, fence);
  }
  return meant;
}

const alike = (one: FenceLine, other: FenceLine): boolean =>
  one.sign === other.sign &&
  other.length === one.length &&
  one.quotes === other.quotes &&
  Math.abs(one.column - other.column) <= 3;

/** The lines of one kind of fence among which one is in doubt as markdown reads them: inside another, or never closed. */
function doubtfulGroups(all: readonly FenceLine[]): FenceLine[][] {
  const groups = new Map<string, { lines: FenceLine[]; doubtful: boolean }>();
  let open: FenceLine | undefined;
  for (const line of all) {
    // A quote that ends takes its fence with it.
    if (open && line.quotes < open.quotes) open = undefined;
    const closes = open && line.kind === 'bare' && line.sign === open.sign && line.length >= open.length;
    if (open && closes && Math.abs(line.column - open.column) <= 3) {
      if (line.length === open.length) groups.get(keyOf(open))!.lines.push(line);
      open = undefined;
    } else if (open) {
      if (!alike(open, line) || line.kind === 'bare') continue;
      const group = groups.get(keyOf(open))!;
      group.lines.push(line);
      group.doubtful = true;
    } else if (line.kind === 'code') {
      groups.get(keyOf(line))?.lines.push(line);
    } else {
      open = line;
      const group = groups.get(keyOf(line)) ?? { lines: [], doubtful: false };
      groups.set(keyOf(line), group);
      group.lines.push(line);
    }
  }
  if (open) groups.get(keyOf(open))!.doubtful = true;
  return [...groups.values()].filter(({ doubtful }) => doubtful).map(({ lines }) => lines);
}

const keyOf = ({ sign, length, quotes }: FenceLine): string => `${sign} ${length} ${quotes}`;

/** A way to read the lines so far: the fence that is open, the one shown in it, and the faults that this takes. */
interface Reading {
  readonly open?: FenceLine;
  /** In a fence that shows fences: whether one is open in it. */
  readonly shows?: 'open' | 'closed';
  readonly cost: number;
  readonly faults: Faults | undefined;
}

interface Faults {
  /** Works out the fence: of the many ways that are tried only one is told of, and looks at its lines. */
  readonly fence: () => MeantFence;
  readonly before: Faults | undefined;
}

const mostReadings = 12;
const faultCost = 4;

function fewestFaults(group: readonly FenceLine[], lines: readonly string[]): MeantFence[] {
  const glued = gluedLines(group, lines);
  let readings: Reading[] = [{ cost: 0, faults: undefined }];
  for (const line of group) {
    const next = new Map<string, Reading>();
    for (const reading of readings) {
      for (const way of ways(reading, line, lines, glued)) {
        const key = `${way.open?.line} ${way.shows}`;
        const other = next.get(key);
        if (!other || way.cost < other.cost) next.set(key, way);
      }
    }
    readings = [...next.values()].sort((a, b) => a.cost - b.cost).slice(0, mostReadings);
  }
  const ends = readings.map((reading) => atEnd(reading, lines)).sort((a, b) => a.cost - b.cost);
  const found: MeantFence[] = [];
  for (let at = ends[0]?.faults; at; at = at.before) found.push(at.fence());
  return found.reverse();
}

/** How many lines up to each end in the marker of a group, behind text. */
function gluedLines(group: readonly FenceLine[], lines: readonly string[]): Uint32Array {
  const [{ sign, length }] = group as [FenceLine];
  const counts = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    counts[i + 1] = counts[i]! + (line.includes(sign) && endsInCloser(line, sign, length) ? 1 : 0);
  });
  return counts;
}

function* ways(reading: Reading, line: FenceLine, lines: readonly string[], glued: Uint32Array): Iterable<Reading> {
  const { open, shows, cost, faults } = reading;
  if (!open) {
    // Nobody opens a fence with a sentence, nor begins a paragraph with a marker.
    if (line.kind === 'code') yield { ...reading, cost: cost + faultCost };
    else yield { open: line, cost: line.kind === 'text' ? cost + faultCost - 1 : cost, faults };
    // A bare marker above a blank line closes, and closes nothing.
    if (isStray(line, lines))
      yield { cost: cost + faultCost, faults: { fence: () => unclosed(line, line.line + 1, lines), before: faults } };
    return;
  }
  const stay = shows === undefined ? { open } : { open, shows };
  if (!alike(open, line)) yield { ...stay, cost, faults };
  else if (shows === 'open')
    yield line.kind === 'bare' ? { ...reading, shows: 'closed' } : { ...reading, cost: cost + faultCost };
  else if (shows === 'closed') {
    if (line.kind !== 'bare') yield { ...reading, shows: 'open' };
    else
      yield {
        cost,
        faults: { fence: () => ({ fault: 'holds-its-own-kind', opener: open, closer: line }), before: faults },
      };
  } else if (line.kind === 'bare') {
    yield { cost, faults };
    // Where no block names a language, the marker that was to close stands behind text, and this one opens.
    if (glued[line.line]! > glued[open.line + 1]!)
      yield {
        open: line,
        cost: cost + faultCost - 1,
        faults: { fence: () => unclosed(open, line.line, lines), before: faults },
      };
  } else if (line.kind === 'text' || line.kind === 'code') {
    yield { ...reading, cost: cost + faultCost - 1 };
    yield {
      cost: cost + faultCost - 1,
      faults: { fence: () => ({ fault: 'text-behind-closer', opener: open, closer: line }), before: faults },
    };
  } else {
    yield {
      open: line,
      cost: cost + faultCost,
      faults: { fence: () => unclosed(open, line.line, lines), before: faults },
    };
    if (isStray(open, lines)) return;
    yield { open, shows: 'open', cost: cost + (showsFences.has(open.language) ? faultCost - 1 : faultCost), faults };
    // A fence may show the line that opens one, and nothing more.
    if (line.line === open.line + 1 && showsFences.has(open.language)) yield { open, cost: cost + 1, faults };
  }
}

const isStray = ({ kind, line }: FenceLine, lines: readonly string[]): boolean =>
  kind === 'bare' && (lines[line + 1] ?? '').trim() === '' && (lines[line - 1] ?? '').trim() !== '';

function atEnd({ open, shows, cost, faults }: Reading, lines: readonly string[]): Reading {
  if (!open) return { cost, faults };
  const fence = () => unclosed(open, lines.length, lines);
  return { cost: cost + faultCost + (shows ? faultCost : 0), faults: { fence, before: faults } };
}

/** Languages whose text is markdown, or may be anything. */
const showsFences = new Set(['', 'markdown', 'md', 'mdx', 'qmd', 'text', 'txt', 'plaintext', 'prompt']);

/** Languages in which a line that begins with `#` is code. */
const hashIsCode = new Set(
  (
    'py python python3 pycon ipython r sh bash zsh shell console terminal yaml yml toml ini conf ruby rb perl make ' +
    'makefile dockerfile docker julia elixir powershell ps1 graphql nix c cpp c++ text txt plaintext markdown md mdx qmd'
  ).split(' '),
);

/** A fence that nothing closes ends for its reader where its marker stands behind text, before the next heading, or before the next fence. */
function unclosed(opener: FenceLine, before: number, lines: readonly string[]): MeantFence {
  if (isStray(opener, lines)) return { fault: 'never-closed', opener, contentEnd: opener.line + 1 };
  const deep = hashIsCode.has(opener.language) || opener.language === '';
  const heading = deep ? /^#{2,6}[ \t]+\S/ : /^#{1,6}[ \t]+\S/;
  let contentEnd = before;
  for (let line = opener.line + 1; line < before; line++) {
    if (endsInCloser(lines[line]!, opener.sign, opener.length))
      return { fault: 'never-closed', opener, contentEnd: line + 1 };
    if (!heading.test(lines[line]!) || (deep && lines[line - 1]!.trim() !== '')) continue;
    contentEnd = line;
    break;
  }
  while (contentEnd > opener.line + 1 && lines[contentEnd - 1]!.trim() === '') contentEnd--;
  // A line of blanks right below is one that its author is about to write.
  if (contentEnd < before && /^[ \t]+\r?$/.test(lines[contentEnd]!)) contentEnd++;
  return { fault: 'never-closed', opener, contentEnd };
}
