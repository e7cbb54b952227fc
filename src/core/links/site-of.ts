import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import { type SiteKind, siteFolders, siteKinds } from './site-kinds';

/** The site that a file is a page of. */
export interface Site {
  readonly kind: SiteKind;
  /** The URI of the folder of its configuration file, without a trailing slash. */
  readonly folder: string;
}

interface Known {
  readonly revision: number;
  readonly sites: Map<string, Promise<Site | undefined>>;
}

const known = new WeakMap<Course, Known>();

/** The innermost site around a file, inside its course; undefined where no configuration file tells of one. */
export function siteOf(course: Course, uri: string): Promise<Site | undefined> {
  let current = known.get(course);
  if (current?.revision !== course.revision) {
    current = { revision: course.revision, sites: new Map() };
    known.set(course, current);
  }
  return siteAround(course, parentOf(uri), current.sites);
}

const siteAround = (course: Course, folder: string, sites: Known['sites']): Promise<Site | undefined> =>
  getOrSet(sites, folder, async () => {
    if (folder !== course.root && !folder.startsWith(`${course.root}/`)) return undefined;
    for (const below of siteFolders) {
      if (below !== '' && !(await course.exists(`${folder}/${below.slice(0, -1)}`))) continue;
      for (const kind of siteKinds) {
        for (const file of kind.configuration) {
          const uri = `${folder}/${below}${file}`;
          if ((await course.exists(uri)) && (!kind.sign || kind.sign.test((await course.text(uri)) ?? ''))) {
            return { kind, folder: `${folder}/${below}`.replace(/\/$/, '') };
          }
        }
      }
    }
    return siteAround(course, parentOf(folder), sites);
  });

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
