import type { CourseDocument, Fence } from '../course/course-document';
import type { Finding } from '../diagnostics/course-diagnostic';
import { say } from '../l10n/say';
import { demoDefinitions } from './demo-definitions';
import { type DemoKind, demoAttribute, demoKindOf, demoKinds } from './demo-kind';
import { nearestKey } from './nearest-key';
import { readDemo } from './read-demo';

/**
 * `scaling_law`, `scaling-laws`, `yaml demo=mo`: fences that ask for no demo, but nearly. Marked only where the body is
 * keys and values that the demo knows, as a fence of another tool's may have any name.
 */
export function nearDemoFindings({ fences, text }: Pick<CourseDocument, 'fences' | 'text'>): Finding[] {
  return fences.flatMap((fence) => {
    const named = demoKindOf(fence) ? undefined : nameIn(fence);
    const kind = named && nearKind(named.name);
    if (!kind || !isBodyOf(kind, fence)) return [];
    const start = fence.infoSpan.start + named.at;
    const span = { start, end: start + named.name.length };
    if (text.slice(span.start, span.end).toLowerCase() !== named.name.toLowerCase()) return [];
    const message = say`No demo is called ${named.name}, so this one is not run and its claims are not tested. Did you mean ${kind}?`;
    const fixes = [{ title: say`Change to ${kind}`, safe: false, changes: [{ span, newText: kind }] }];
    return [{ code: 'demo.unknown-key', span, message, fixes }];
  });
}

/** The word that would name the demo, and where it stands in the info string. */
function nameIn({ language, info }: Fence): { readonly name: string; readonly at: number } | undefined {
  const attribute = demoAttribute.exec(info);
  if (attribute) return { name: attribute[1]!, at: attribute.index + attribute[0].length - attribute[1]!.length };
  const at = info.toLowerCase().indexOf(language);
  return language === '' || at < 0 ? undefined : { name: info.slice(at, at + language.length), at };
}

/** The kind of the same letters but for case, dashes and a plural; else one that is written nearly so. */
function nearKind(name: string): DemoKind | undefined {
  const plain = (word: string) =>
    word
      .toLowerCase()
      .replaceAll(/[-_\s]/g, '')
      .replace(/s$/, '');
  return (
    demoKinds.find((kind) => plain(kind) === plain(name)) ??
    demoKinds.find((kind) => kind === nearestKey(name.toLowerCase(), demoKinds))
  );
}

function isBodyOf(kind: DemoKind, { content }: Fence): boolean {
  const { problems, places } = readDemo(kind, content.text);
  const keys = demoDefinitions[kind].keys;
  const known = [...places.keys()].filter((path) => Object.hasOwn(keys, path));
  return known.length > 0 && !problems.some(({ code }) => code === 'demo.yaml' || code === 'demo.unknown-key');
}
