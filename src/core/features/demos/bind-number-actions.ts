import { CodeActionKind } from 'vscode-languageserver-types';
import { inlineAt } from '../../course/inline-at';
import { checkBinding } from '../../demos/bindings/check-binding';
import { demoAsRead, numbersOf } from '../../demos/bindings/file-numbers';
import { type ProseClaim, proseClaims } from '../../demos/bindings/prose-claims';
import { resultKeysOf } from '../../demos/schema/find-key';
import { say } from '../../l10n/say';
import { contains, type Span } from '../../text/span';
import type { CourseAction } from '../course-action';
import type { FeatureContext } from '../feature-context';
import { glanceAtDemo } from './bound-demo';
import { bindingAt } from './named-at';

/** So many results may be offered for one number. */
const mostOffered = 5;

/** So far around a place its number is looked for. */
const mostAround = 60;

/** For a number of the text that a demo of the file gives: a comment behind it that binds it. */
export async function bindNumberActions(context: FeatureContext, { start, end }: Span): Promise<CourseAction[]> {
  const { document } = context;
  const source = inlineAt(document, start)?.source;
  const inner = source?.toInner(start);
  if (!source || inner === undefined || bindingAt(document, start) || end - start > 60) return [];
  const near = { start: Math.max(0, inner - mostAround), end: Math.min(source.text.length, inner + mostAround) };
  const whole = { source: source.text, span: near, stands: 'anywhere' } as const;
  const around = (claim: ProseClaim): boolean => contains(claim.span, inner);
  if (!/\d/.test(source.text) || !proseClaims(whole, undefined).some(around)) return [];
  const actions: CourseAction[] = [];
  for (const demo of numbersOf(document).demos) {
    const read = demoAsRead(demo);
    const single = Object.entries(resultKeysOf(read)).filter(([, { axes }]) => axes === undefined);
    const only = single.map(([name]) => name);
    const checked = await glanceAtDemo(context, { uri: document.uri, demo }, only, true);
    for (const [name, { unit }] of single) {
      const claim = proseClaims(whole, unit).find(around);
      if (!claim || !checked?.results || actions.length >= mostOffered) continue;
      const bound = { source: source.text, span: claim.span, stands: 'anywhere' } as const;
      if (!checkBinding(bound, name, claim.span, read, checked.results).holds) continue;
      const at = { start: claim.span.end, end: claim.span.end };
      const isMdx = /\.mdx$/i.test(document.uri);
      const comment = isMdx ? ` {/* = ${demo.id}.${name} */}` : ` <!-- = ${demo.id}.${name} -->`;
      const change = source.change(at, comment);
      if (!change) continue;
      const edit = { uri: document.uri, range: document.lines.rangeOf(change.span), newText: change.newText };
      actions.push({ title: say`Bind to ${demo.id}.${name}`, kind: CodeActionKind.RefactorRewrite, edits: [edit] });
    }
  }
  return actions;
}
