import { say } from '../l10n/say';
import { headerStart } from './breaks/header-start';
import { lineAt } from './breaks/line';
import type { Finder } from './breaks/suspect';
import { languageJudged } from './languages/languages';

/** `gantt: Plan`: a colon behind the word that opens the diagram, and what is meant for its title. */
export const headerColon: Finder = function* (broken) {
  const { text, lines, at, verdict } = broken;
  const header = headerStart(text);
  const line = lineAt(broken, lines.lineOf(header));
  // Behind `gitGraph` a colon is right; a flowchart has a rule of its own.
  if (at > line.end || verdict.type === undefined) return;
  const match = /^\s*(?!gitGraph|graph|flowchart)[A-Za-z][\w-]*(?<mend>\s*(?<here>:)\s*)(?<title>.*)$/d.exec(line.text);
  if (!match) return;
  const title = match.groups!.title!;
  const [start, end] = match.indices!.groups!.here!;
  const [from, to] = match.indices!.groups!.mend!;
  const colon = { start: line.start + from, end: line.start + to };
  const hasTitle = languageJudged(verdict.type)?.hasTitle ?? false;
  const words = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(title) ? title : JSON.stringify(title);
  const inFront = [
    { span: { start: 0, end: 0 }, newText: `---\ntitle: ${words}\n---\n` },
    { span: { start: colon.start, end: line.end }, newText: '' },
  ];
  const fix =
    title === ''
      ? { title: say`Remove the colon`, safe: true, changes: [{ span: colon, newText: '' }] }
      : hasTitle
        ? { title: say`Make it the title`, safe: true, changes: [{ span: colon, newText: '\n  title ' }] }
        : { title: say`Make it the title, in front matter`, safe: false, changes: inFront };
  yield {
    code: 'mermaid.syntax',
    span: { start: line.start + start, end: line.start + end },
    message:
      title === ''
        ? say`The colon must go: none belongs after the word that opens the diagram.`
        : say`The colon must go: none belongs after the word that opens the diagram. A title has a line of its own.`,
    sure: true,
    ...((title === '' || hasTitle || header === 0) && { fix }),
  };
};
