import { demoChange, demoFences } from '../../demos/demo-fence';
import { dataUri } from '../../demos/demo-host';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { respelled } from '../../links/respelled';
import type { FeatureContext } from '../feature-context';

const key = 'data.path';

/** `link.case` of the data files of demos: a path whose letters are those of another file, which some systems open. */
export async function dataCaseFindings({ document, course }: FeatureContext): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { fence, demo } of demoFences(document)) {
    const place = demo.places.get(key)?.value;
    const written = place && demo.text.slice(place.start, place.end);
    const path = written?.replace(/^(["'])(.*)\1$/s, '$2');
    const uri = path === undefined ? undefined : dataUri(document.uri, course.root, path);
    if (!place || written === undefined || path === undefined || uri === undefined) continue;
    const spelled = await course.spellings(uri);
    const [only, ...others] = spelled;
    if (only === undefined || spelled.some((one) => decodeURIComponent(one) === decodeURIComponent(uri))) continue;
    const mended = others.length === 0 ? respelled(path, only) : undefined;
    const change = mended && demoChange({ span: place, newText: written.replace(path, () => mended) }, fence);
    const names = spelled.map((one) => decodeURIComponent(one.slice(one.lastIndexOf('/') + 1)));
    found.push({
      code: 'link.case',
      span: fence.content.spanToOuter(place),
      message:
        others.length > 0
          ? say`There are files ${names.join(' and ')}, and none is spelled as it is here.`
          : say`The file is called ${mended ?? names[0]}: spelled as it is here, it is found on Windows and macOS alone.`,
      fixes: change ? [{ title: say`Write ${mended}`, safe: true, changes: [change] }] : [],
    });
  }
  return found;
}
