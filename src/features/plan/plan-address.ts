import { type Level, levels } from '#content/level.ts';
import { fromBase64Url, toBase64Url } from '#lib/base64url.ts';
import { isId } from '#lib/stored-file.ts';
import { type Day, dateOf, dayOf } from './day.ts';
import { type FormerIds, needs, type PlanData } from './plan-data.ts';
import {
  type DaysOff,
  emptyRequest,
  goals,
  maxDaysOff,
  maxHalfHoursPerDay,
  maxRoadmaps,
  maxTopics,
  type PlanRequest,
  type Week,
} from './request.ts';

/** The version that this code writes. It doesn't read later ones. */
const version = '1';

/** How long the fragment of a plan may be. */
export const maxCharacters = 2600;

export interface ReadRequest {
  readonly request: PlanRequest;
  /** What could not be read, in sentences for the reader. */
  readonly notes: readonly string[];
}

/**
 * Writes a request as the fragment of an address: `v=1&lines=backend&from=2026-11-23`. Version 1 calls roadmaps lines.
 * Fields that equal those of an empty request are left out; ids stay readable; known topics are one bit each.
 */
export function writeAddress(request: PlanRequest, { topics }: Pick<PlanData, 'topics'>): string {
  const standard = emptyRequest(request.start);
  const numbers = topics.flatMap(({ id, numbers: [oldest] }) => (request.known.has(id) ? [oldest ?? -1] : []));
  const left = [
    ...(request.hasReviews ? [] : ['reviews']),
    ...(request.hasProjects ? [] : ['projects']),
    ...(request.hasPrerequisites ? [] : ['prerequisites']),
  ];
  const fields: readonly (readonly [string, string])[] = [
    ['v', version],
    ['goal', request.goal ?? ''],
    ['role', request.role ?? ''],
    ['lines', request.roadmaps.join(',')],
    ['topics', request.topics.join(',')],
    ['branches', [...request.branches].map(([roadmap, branch]) => `${roadmap}.${branch}`).join(',')],
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
  // Every value is made of letters, digits and , . : - _, which don't have to be encoded.
  return fields.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`])).join('&');
}

/**
 * Reads a fragment, written by `writeAddress` or by hand. Never throws: it takes what it understands and notes the rest.
 * @param today when a plan starts whose address doesn't say.
 */
export function readAddress(fragment: string, data: PlanData, today: Day): ReadRequest {
  const empty = emptyRequest(today);
  const text = fragment.replace(/^#/u, '');
  if (text === '') return { request: empty, notes: [] };
  if (text.length > maxCharacters + 100)
    return refuse(empty, 'This link is too long for a plan. Nothing was read from it.');
  const fields = new URLSearchParams(text);
  if (fields.get('v') !== version) {
    const isNewer = /^\d{1,4}$/u.test(fields.get('v') ?? '') && Number(fields.get('v')) > Number(version);
    return refuse(
      empty,
      isNewer
        ? 'This link was made by a newer version of Wayline. Reload the page and try again.'
        : 'This link is damaged or was cut off. Nothing was read from it.',
    );
  }
  return readFields(fields, { data, empty });
}

const refuse = (request: PlanRequest, note: string): ReadRequest => ({ request, notes: [note] });

function readFields(fields: URLSearchParams, { data, empty }: { data: PlanData; empty: PlanRequest }): ReadRequest {
  const notes: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T | undefined, error: string): T | undefined => {
    const text = fields.get(name);
    const value = text === null ? undefined : parse(text);
    if (text !== null && value === undefined) notes.push(error);
    return value;
  };
  const week = read('hours', readWeek, '');
  if (week?.isCut)
    notes.push('Hours are seven numbers from 0 to 16, in steps of half an hour; the nearest ones were used.');
  const off = read('off', readDaysOff, '');
  if (off && (off.errors > 0 || off.daysOff.length > maxDaysOff))
    notes.push(`Some days off could not be read, or were more than ${maxDaysOff}.`);
  const roadmaps = readList(fields.get('lines'), { name: 'roadmaps', max: maxRoadmaps, data });
  const topics = readList(fields.get('topics'), { name: 'topics', max: maxTopics, data });
  notes.push(...roadmaps.notes, ...topics.notes);
  const without = (fields.get('without') ?? '').split(',');
  const known = read('known', decodeNumbers, 'The list of topics that you know is damaged and was left out.');
  const request: PlanRequest = {
    goal: read('goal', (text) => goals.find((goal) => goal === text), 'What the plan is for could not be read.'),
    role: presentIds(fields.get('role'), data.former.roles).ids[0],
    roadmaps: roadmaps.ids,
    topics: topics.ids,
    branches: readBranches(fields.get('branches') ?? '', data.former.roadmaps),
    need: read('need', (text) => needs.find((need) => need === text), needWords) ?? empty.need,
    level: read('level', (text): Level | undefined => levels.find((level) => level === text), levelWords),
    known: new Set(
      data.topics.filter(({ numbers }) => numbers.some((number) => known?.has(number))).map(({ id }) => id),
    ),
    week: week?.week ?? empty.week,
    at: read('at', readTime, 'The start time could not be read, so it is 18:00.') ?? empty.at,
    start: read('from', dayOf, 'The start date could not be read, so the plan starts today.') ?? empty.start,
    target: read('to', dayOf, 'The target date could not be read and was left out.'),
    daysOff: (off?.daysOff ?? []).slice(0, maxDaysOff),
    hasReviews: !without.includes('reviews'),
    hasProjects: !without.includes('projects'),
    hasPrerequisites: !without.includes('prerequisites'),
  };
  return { request, notes };
}

const needWords = 'Which topics to include could not be read, so the required and recommended ones are included.';
const levelWords = 'The level could not be read, so no topics count as known.';

/** As many ids of a field as a plan takes, and a note about the rest. */
function readList(
  text: string | null,
  { name, max, data }: { name: 'roadmaps' | 'topics'; max: number; data: PlanData },
): { readonly ids: readonly string[]; readonly notes: readonly string[] } {
  const { ids, errors } = presentIds(text, data.former[name]);
  const isCut = errors > 0 || ids.length > max;
  const note = `Some ${name} could not be read, or were more than ${max}, and were left out.`;
  return { ids: ids.slice(0, max), notes: isCut ? [note] : [] };
}

/** Ids in their present form, each once, and how many parts of the text can't be an id. */
function presentIds(text: string | null, former: FormerIds) {
  const present = new Map(former);
  const parts = (text ?? '').split(',').filter((part) => part !== '');
  const ids = parts.filter(isId);
  return { ids: [...new Set(ids.map((id) => present.get(id) ?? id))], errors: parts.length - ids.length };
}

/** `backend.go`, or `backend.language.go` as long as a choice belonged to its phase. */
function readBranches(text: string, former: FormerIds): ReadonlyMap<string, string> {
  const present = new Map(former);
  const parts = text.split(',').map((part) => part.split('.'));
  return new Map(
    parts.slice(0, maxRoadmaps * 2).flatMap(([roadmap = '', ...rest]): [string, string][] => {
      const branch = rest.at(-1) ?? '';
      return rest.length < 3 && [roadmap, branch].every(isId)
        ? [[present.get(roadmap) ?? roadmap, present.get(branch) ?? branch]]
        : [];
    }),
  );
}

/** `1,1,1,1,1,2.5,0` as half hours from Monday to Sunday. Anything that isn't a number counts as 0, and more than 16 hours as 16. */
export function readWeek(text: string): { readonly week: Week; readonly isCut: boolean } {
  const hours = text.split(',').slice(0, 7).map(Number);
  const wanted = Array.from({ length: 7 }, (_, index) => Math.round((hours[index] ?? 0) * 2) || 0);
  const week = wanted.map((halfHours) => Math.min(Math.max(0, halfHours), maxHalfHoursPerDay));
  const isCut = text.split(',').length !== 7 || week.some((halfHours, index) => halfHours !== (hours[index] ?? 0) * 2);
  return { week: week as readonly number[] as Week, isCut };
}

function writeWeek(week: Week): string {
  return week.map((halfHours) => halfHours / 2).join(',');
}

/** `2026-12-24..2027-01-02,2027-05-01` as days off, the earliest first, and how many parts couldn't be read. */
function readDaysOff(text: string): { readonly daysOff: readonly DaysOff[]; readonly errors: number } {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  const daysOff = parts.flatMap(readRange).toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { daysOff, errors: parts.length - daysOff.length };
}

function readRange(part: string): DaysOff[] {
  const [first = '', last = first, ...rest] = part.split('..').map((date) => date.trim());
  const [from, to] = [dayOf(first), dayOf(last)];
  return from === undefined || to === undefined || from > to || rest.length > 0 ? [] : [{ from, to }];
}

function writeDaysOff(daysOff: readonly DaysOff[]): string {
  return daysOff.map(({ from, to }) => (from === to ? dateOf(from) : `${dateOf(from)}..${dateOf(to)}`)).join(',');
}

/** `18:30` as minutes after midnight. */
export function readTime(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

export function writeTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Larger numbers are ignored, so that a hostile address can't fill the memory. */
const maxNumber = 8000;

/** Writes numbers from 0 as one bit each: three hundred numbers take 51 characters. */
export function encodeNumbers(numbers: Iterable<number>): string {
  const list = [...numbers].filter((number) => number <= maxNumber);
  const bytes = new Uint8Array((Math.max(-1, ...list) >> 3) + 1);
  for (const number of list) bytes[number >> 3] = (bytes[number >> 3] ?? 0) | (1 << (number & 7));
  return toBase64Url(bytes);
}

/** Reads what `encodeNumbers` wrote; undefined if the text is something else. */
export function decodeNumbers(text: string): ReadonlySet<number> | undefined {
  if (text.length > maxNumber / 6) return undefined;
  const bytes = fromBase64Url(text);
  return bytes && new Set([...bytes].flatMap((byte, place) => bitsOf(byte).map((bit) => place * 8 + bit)));
}

const bitsOf = (byte: number) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte >> bit) & 1);
