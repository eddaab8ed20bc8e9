import { marksFormat } from '#features/progress/index.ts';
import { isRecord, isVersion, type Parsed, readJson } from '#lib/stored-file.ts';
import { mapParts, noUserData, type PartName, partNames, parts, type UserData } from './user-data.ts';

export type ReadUserData =
  | {
      readonly ok: true;
      readonly userData: UserData;
      /** What could not be read, in sentences. */
      readonly errors: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Longer files aren't read, so that a hostile one can't freeze the page. */
const maxCharacters = 8_000_000;

/**
 * Writes everything as one backup: the marks, and the other parts beside them.
 * @param newer what a newer version of the site stored; it goes into the file unchanged.
 */
export function writeUserData(userData: UserData, newer: Partial<Record<PartName, object | undefined>> = {}): string {
  const plainOf = <Name extends PartName>(name: Name) => newer[name] ?? parts[name].format.toPlain(userData[name]);
  const others = partNames.filter((name) => name !== 'marks').map((name) => [name, plainOf(name)] as const);
  return JSON.stringify({ ...plainOf('marks'), ...Object.fromEntries(others) });
}

/** The most entries of each kind in an import. Someone who marks, notes and answers everything here has a few thousand. */
export const maxImported = 10_000;

/** Says why a file has too much in it to be imported; undefined when it doesn't. */
export function tooMuch({ marks, practice, notes, labs, plans }: UserData): string | undefined {
  const counts = [
    ['marks', marks.size],
    ['notes and links', notes.size],
    ['practice cards', practice.histories.size],
    ['labs', labs.size],
    ['plans', plans.length],
  ] as const;
  const over = counts.filter(([, count]) => count > maxImported).map(([name, count]) => `${inWords(count)} ${name}`);
  if (over.length === 0) return undefined;
  return `The file has ${over.join(' and ')}; at most ${inWords(maxImported)} of each can be imported.`;
}

const inWords = (count: number) => count.toLocaleString('en');

/** Reads a backup of any version so far, or any other text safely: what is valid is taken, and the errors say what isn't. */
export function readUserData(text: string): ReadUserData {
  const megabytes = maxCharacters / 1_000_000;
  if (text.length > maxCharacters) return { ok: false, reason: `The file is larger than ${megabytes} MB.` };
  const file = readJson(text);
  const marks = marksFormat.fromPlain(file);
  if (!marks.ok || !isRecord(file)) return { ok: false, reason: whyUnreadable(file, marks) };
  const errors: string[] = [];
  const userData = mapParts((name) => {
    const plain = name === 'marks' ? file : file[name];
    if (plain === undefined) return noUserData[name];
    const read = parts[name].format.fromPlain(plain);
    errors.push(...describeIssues(parts[name].title, read));
    return read.ok ? read.value : noUserData[name];
  });
  return { ok: true, userData, errors };
}

function whyUnreadable(file: unknown, marks: Parsed<unknown>): string {
  const isNewer = !marks.ok && marks.error === 'future';
  if (isNewer) return 'A newer version of Wayline wrote this. Reload the page and try again.';
  if (file === undefined) return 'The file is not JSON.';
  if (!isRecord(file) || file['kind'] !== 'wayline-progress') return 'The file was not exported by Wayline.';
  if (!isVersion(file['version'])) return 'The file does not say which version it is.';
  return 'The file has no list of topics.';
}

function describeIssues(title: string, part: Parsed<unknown>): readonly string[] {
  if (part.ok) return part.errors > 0 ? [`${part.errors} of its ${title} could not be read and are left out.`] : [];
  return [
    part.error === 'future'
      ? `Its ${title} were written by a newer version of Wayline and are left out.`
      : `Its ${title} could not be read and are left out.`,
  ];
}
