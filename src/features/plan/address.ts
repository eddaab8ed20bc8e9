import { type Level, levels } from '#content/level.ts';
import { type Day, dateOf, dayOf } from './day.ts';
import { readDaysOff, readTime, readWeek, writeDaysOff, writeTime, writeWeek } from './fields.ts';
import { decodeNumbers, encodeNumbers } from './number-set.ts';
import { type FormerIds, needs, type PlanData } from './plan-data.ts';
import { emptyRequest, mostDaysOff, mostLines, mostTopics, type PlanRequest } from './request.ts';

/** The version that this code writes. Addresses of a higher one are left alone. */
const version = '1';

/** The most that an address of a plan may have, without the site and the page. */
export const mostCharacters = 1900;

export interface ReadRequest {
  readonly request: PlanRequest;
  /** What could not be read, in sentences for the reader. */
  readonly notes: readonly string[];
}

/**
 * Writes a request as the fragment of an address: `v=1&lines=backend&from=2026-11-23`.
 * What is as in an empty request is left out; ids stay readable; known topics are one bit each.
 */
export function writeAddress(request: PlanRequest, { topics }: Pick<PlanData, 'topics'>): string {
  const standard = emptyRequest(request.start);
  const numbers = topics.flatMap(({ id, numbers: [oldest] }) => (request.known.has(id) ? [oldest ?? -1] : []));
  const left = [...(request.hasReviews ? [] : ['reviews']), ...(request.hasProjects ? [] : ['projects'])];
  const fields: readonly (readonly [string, string])[] = [
    ['v', version],
    ['role', request.role ?? ''],
    ['lines', request.lines.join(',')],
    ['topics', request.topics.join(',')],
    ['branches', [...request.branches].map(([choice, line]) => `${choice}.${line}`).join(',')],
    ['need', request.need === standard.need ? '' : request.need],
    ['level', request.level ?? ''],
    ['hours', writeWeek(request.week) === writeWeek(standard.week) ? '' : writeWeek(request.week)],
    ['at', request.at === standard.at ? '' : writeTime(request.at)],
    ['from', dateOf(request.start)],
    ['to', request.target === undefined ? '' : dateOf(request.target)],
    ['off', writeDaysOff(request.daysOff)],
    ['without', left.join(',')],
    ['known', encodeNumbers(numbers.filter((number) => number >= 0))],
  ];
  // Every value is made of letters, digits and , . : - _ which an address takes as they are.
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`])).join('&');
}

/**
 * Reads a fragment, written by `writeAddress` or by anybody. Never throws: what is understood is taken, the rest is said.
 * @param today the start of a plan whose address has none.
 */
export function readAddress(fragment: string, data: PlanData, today: Day): ReadRequest {
  const empty = emptyRequest(today);
  const text = fragment.replace(/^#/u, '');
  if (text === '') return { request: empty, notes: [] };
  if (text.length > mostCharacters + 100)
    return refuse(empty, 'The address is longer than a plan’s can be. Nothing was read from it.');
  const fields = new URLSearchParams(text);
  if (fields.get('v') !== version) {
    const isNewer = /^\d{1,4}$/u.test(fields.get('v') ?? '') && Number(fields.get('v')) > Number(version);
    return refuse(
      empty,
      isNewer
        ? 'The address was written by a newer version of Wayline. Reload the page and try again.'
        : 'The address is damaged or was cut off. Nothing was read from it.',
    );
  }
  return readFields(fields, { data, empty });
}

const refuse = (request: PlanRequest, note: string): ReadRequest => ({ request, notes: [note] });

/** What a fragment is read against. */
interface Known {
  readonly data: PlanData;
  readonly empty: PlanRequest;
}

function readFields(fields: URLSearchParams, { data, empty }: Known): ReadRequest {
  const notes: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | undefined, complaint: string): T | undefined => {
    const text = fields.get(name);
    const value = text === null ? undefined : parse(text);
    if (text !== null && value === undefined) notes.push(complaint);
    return value;
  };
  const week = read('hours', readWeek, '');
  if (week?.isCut)
    notes.push('Hours are seven numbers from 0 to 16, in steps of half an hour; the nearest were taken.');
  const off = read('off', readDaysOff, '');
  if (off && (off.refused > 0 || off.daysOff.length > mostDaysOff))
    notes.push(`Some days off could not be read, or were more than ${mostDaysOff}.`);
  const lines = readList(fields, { name: 'lines', most: mostLines, data });
  const topics = readList(fields, { name: 'topics', most: mostTopics, data });
  notes.push(...lines.notes, ...topics.notes);
  const without = (fields.get('without') ?? '').split(',');
  const known = read('known', decodeNumbers, 'The list of topics that you know is damaged and was left out.');
  const request: PlanRequest = {
    role: presentIds(fields.get('role'), data.former.roles).ids[0],
    lines: lines.ids,
    topics: topics.ids,
    branches: readBranches(fields.get('branches') ?? '', data.former.lines),
    need: read('need', (text) => needs.find((need) => need === text), needWords) ?? empty.need,
    level: read('level', (text): Level | undefined => levels.find((level) => level === text), levelWords),
    known: new Set(
      data.topics.filter(({ numbers }) => numbers.some((number) => known?.has(number))).map(({ id }) => id),
    ),
    week: week?.week ?? empty.week,
    at: read('at', readTime, 'The hour at which study begins could not be read; it is 18:00.') ?? empty.at,
    start: read('from', dayOf, 'The start date could not be read; the plan starts today.') ?? empty.start,
    target: read('to', dayOf, 'The target date could not be read and was left out.'),
    daysOff: (off?.daysOff ?? []).slice(0, mostDaysOff),
    hasReviews: !without.includes('reviews'),
    hasProjects: !without.includes('projects'),
  };
  return { request, notes };
}

const needWords = 'Which stops to include could not be read; must and should are.';
const levelWords = 'The level could not be read; none is taken as known.';

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** As many ids of a field as a plan takes, and what there is to say of the rest. */
function readList(
  fields: URLSearchParams,
  { name, most, data }: { name: 'lines' | 'topics'; most: number; data: PlanData },
): { readonly ids: readonly string[]; readonly notes: readonly string[] } {
  const { ids, refused } = presentIds(fields.get(name), data.former[name]);
  const isCut = refused > 0 || ids.length > most;
  const note = `Some ${name} could not be read, or were more than ${most}, and were left out.`;
  return { ids: ids.slice(0, most), notes: isCut ? [note] : [] };
}

/** Ids in their present form, each once, and how many parts of the text cannot be an id. */
function presentIds(text: string | null, former: FormerIds) {
  const present = new Map(former);
  const parts = (text ?? '').split(',').filter((part) => part !== '');
  const ids = parts.filter((id) => id.length <= 60 && idForm.test(id));
  return { ids: [...new Set(ids.map((id) => present.get(id) ?? id))], refused: parts.length - ids.length };
}

function readBranches(text: string, former: FormerIds): ReadonlyMap<string, string> {
  const present = new Map(former);
  const parts = text.split(',').map((part) => part.split('.'));
  return new Map(
    parts
      .slice(0, mostLines * 2)
      .flatMap(([line = '', phase = '', branch = '']): [string, string][] =>
        [line, phase, branch].every((id) => id.length <= 60 && idForm.test(id))
          ? [[`${present.get(line) ?? line}.${phase}`, present.get(branch) ?? branch]]
          : [],
      ),
  );
}
