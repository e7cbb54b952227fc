import type { Scan } from './scan';

/** Takes `section …` to the end of its line and opens the group it names; the section before ends there. */
export function takeSection(scan: Scan): void {
  endSection(scan);
  const opener = scan.takeSpan('keyword', scan.at + 'section'.length);
  const label = scan.takeLabel(scan.lineEnd());
  scan.symbols.openGroup({ kind: 'section', opener, ...(label && { label }) });
}

/** Ends the section that is open, at the last visible character before here. */
export function endSection(scan: Scan): void {
  const section = scan.symbols.group;
  if (section?.kind !== 'section') return;
  scan.symbols.closeGroup(
    Math.max(scan.trimEnd(section.span.start, scan.at), section.label?.span.end ?? section.opener.end),
  );
}
