import type { Course } from '../course/course';
import { type FileMove, movedTo } from './file-move';
import { findTarget, type Routes } from './find-target';
import type { WrittenLink } from './link';
import { readTarget, relativeTarget } from './link-target';

/**
 * How a link by path is written once files have moved. Undefined where it leads to no file, still leads there as it is,
 * or leads there by a rule of its site that no path shows.
 */
export async function movedPath(
  course: Course,
  { target }: WrittenLink,
  documentUri: string,
  moves: readonly FileMove[],
  routes: Routes,
): Promise<string | undefined> {
  const end = target.search(/[?#]/);
  const path = end < 0 ? target : target.slice(0, end);
  if (path.trim() === '') return undefined;
  const found = await findTarget(course, target, documentUri, routes);
  if (found.kind !== 'file' || found.anchor) return undefined;
  const goal = found.uri;
  const after = movedTo(goal, moves);
  const place = movedTo(documentUri, moves);
  if (after === goal && place === documentUri) return undefined;
  const newPath = path.startsWith('/')
    ? fromRoot(course, path, goal, after)
    : relative(course, path, documentUri, goal, place, after);
  return newPath === undefined || newPath === path ? undefined : newPath + (end < 0 ? '' : target.slice(end));
}

/** What a file's address leaves out of its path: its ending, or the page's name in its folder. */
const leftOut = /^(?:\.\w+|\/(?:_?index|readme)\.\w+)?$/i;

function relative(
  course: Course,
  path: string,
  from: string,
  goal: string,
  newFrom: string,
  newGoal: string,
): string | undefined {
  // As a path from the file's folder, and as one from the address of its page, which may end in a slash.
  const places = [(uri: string) => uri, (uri: string) => `${uri.replace(/\.[^./]+$/, '')}/page`];
  for (const placeOf of places) {
    const read = (by: string) => readTarget(path, placeOf(by), course.root).uri ?? '';
    const address = addressIn(read(from), path, goal);
    if (address === undefined) continue;
    const newAddress = addressOf(newGoal, goal, address);
    if (read(newFrom).replace(/\.html?$/i, '') === newAddress || read(newFrom) === newAddress) return undefined;
    const written = relativeTarget(placeOf(newFrom), newAddress);
    const dotted = path.startsWith('./') && !written.startsWith('../') ? `./${written}` : written;
    return (dotted || '.') + htmlOf(path, address, goal) + (path.endsWith('/') ? '/' : '');
  }
  return undefined;
}

/** A path from the root of the course, of its site or of the folder in which that keeps its pages: from the same one again. */
function fromRoot(course: Course, path: string, goal: string, newGoal: string): string | undefined {
  const whole = readTarget(path, goal, course.root).uri;
  if (whole === undefined) return undefined;
  for (const below of [whole, whole.replace(/\.html?$/i, '')]) {
    const tail = below.slice(course.root.length);
    const at = goal.lastIndexOf(tail);
    const address = at < course.root.length ? undefined : goal.slice(0, at + tail.length);
    if (address === undefined || !leftOut.test(goal.slice(address.length))) continue;
    const base = goal.slice(0, at);
    const newAddress = addressOf(newGoal, goal, address);
    if (!newAddress.startsWith(`${base}/`)) return undefined;
    const written = relativeTarget(`${base}/page`, newAddress);
    return `/${written}${htmlOf(path, address, goal)}${path.endsWith('/') ? '/' : ''}`;
  }
  return undefined;
}

/** The part of a file's URI that a path names, where it names this file. */
function addressIn(read: string, path: string, goal: string): string | undefined {
  const plain = /\.html?$/i.test(path) ? read.replace(/\.html?$/i, '') : read;
  return [read, plain].find((one) => goal.startsWith(one) && leftOut.test(goal.slice(one.length)));
}

/** The same part of the file's new URI: without its ending, or without its page, as the old one. */
function addressOf(newGoal: string, goal: string, address: string): string {
  const rest = goal.slice(address.length);
  if (rest === '') return newGoal;
  return newGoal.endsWith(rest) ? newGoal.slice(0, -rest.length) : newGoal.replace(/\.[^./]+$/, '');
}

const htmlOf = (path: string, address: string, goal: string): string =>
  address === goal ? '' : (/\.html?$/i.exec(path)?.[0] ?? '');
