import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dateOf } from '#features/plan/day.ts';
import { makePlan } from '#features/plan/plan.ts';
import { decodeNumbers, encodeNumbers, maxCharacters, readAddress, writeAddress } from '#features/plan/plan-address.ts';
import type { PlanData } from '#features/plan/plan-data.ts';
import {
  emptyRequest,
  maxDaysOff,
  maxHalfHoursPerDay,
  maxRoadmaps,
  maxTopics,
  type PlanRequest,
} from '#features/plan/request.ts';
import { forSeeds, type Random } from '../../support/random.ts';
import { spoil } from '../../support/spoil.ts';
import { content, monday, randomContent, randomRequest, request, topic } from './plan-content.ts';

const read = (text: string, data: PlanData) => readAddress(text, data, monday);

/** What an address can carry of a request: ids in the order of content, days off sorted. */
const comparable = (wanted: PlanRequest) => ({
  ...wanted,
  branches: [...wanted.branches],
  known: [...wanted.known].sort(),
});

describe('the address of a plan', () => {
  it('gives back the request, for a thousand random ones', () => {
    forSeeds(1000, (random) => {
      const data = randomContent(random);
      const wanted = randomRequest(random, data);
      const once = { ...wanted, roadmaps: [...new Set(wanted.roadmaps)], topics: [...new Set(wanted.topics)] };
      const back = read(`#${writeAddress(once, data)}`, data);
      expect(back.notes).toEqual([]);
      expect(comparable(back.request)).toEqual(comparable(once));
    });
  });

  it('leaves out what is as in an empty request', () => {
    expect(writeAddress(request({ roadmaps: ['backend'] }), content({}))).toBe('v=1&lines=backend&from=2026-11-23');
  });

  it('needs no escaping', () => {
    forSeeds(200, (random) => {
      const data = randomContent(random);
      expect(writeAddress(randomRequest(random, data), data)).toMatch(/^[\w=&,.:-]+$/u);
    });
  });

  it('stays under 2,000 characters with 300 known topics and everything else set', () => {
    const topics = Array.from({ length: 300 }, (_, index) => topic(`a-topic-with-a-long-id-${index}`));
    const data = content({ topics });
    const roadmaps = Array.from({ length: 24 }, (_, index) => `roadmap-${index}`);
    const address = writeAddress(
      request({
        role: 'cloud-backend-engineer',
        roadmaps,
        topics: topics.slice(0, maxTopics).map(({ id }) => id),
        branches: new Map([
          ['backend', 'python'],
          ['beginner-to-senior', 'spring-boot'],
        ]),
        need: 'could',
        level: 'intermediate',
        known: new Set(topics.map(({ id }) => id)),
        week: [1, 3, 5, 7, 9, 11, 13],
        at: 61,
        target: monday + 900,
        daysOff: Array.from({ length: maxDaysOff }, (_, index) => ({
          from: monday + index * 9,
          to: monday + index * 9 + 4,
        })),
        hasReviews: false,
        hasProjects: false,
      }),
      data,
    );
    expect(address.length).toBeLessThan(maxCharacters);
    expect(read(address, data).request.known.size).toBe(300);
  });
});

interface Recorded {
  readonly address: string;
  readonly means: Readonly<Record<string, unknown>>;
}
const recorded = JSON.parse(readFileSync(new URL('addresses-v1.json', import.meta.url), 'utf8')) as Recorded[];
/** Since they were shared, topic 3 and a roadmap and a role were renamed. */
const data: PlanData = {
  ...content({ topics: [] }),
  topics: [
    topic('http', { numbers: [0] }),
    topic('dns', { numbers: [1] }),
    topic('sql', { numbers: [2] }),
    topic('indexing', { numbers: [3, 9] }),
  ],
  former: {
    topics: [['indexes', 'indexing']],
    roadmaps: [
      ['server', 'backend'],
      ['snake', 'python'],
    ],
    roles: [['server-engineer', 'backend-developer']],
  },
};

it.each(recorded)('addresses that were shared once mean what they meant: $address', ({ address, means }) => {
  const { request: wanted, notes } = read(address, data);
  const spoken = {
    ...wanted,
    branches: [...wanted.branches],
    known: [...wanted.known],
    hours: wanted.week.map((halfHours) => halfHours / 2),
    start: dateOf(wanted.start),
    target: wanted.target && dateOf(wanted.target),
    daysOff: wanted.daysOff.map(({ from, to }) => [dateOf(from), dateOf(to)]),
  };
  expect(spoken).toMatchObject(means);
  expect(notes).toEqual([]);
});

describe('reading an address', () => {
  const data = content({ topics: [topic('dns')] });

  it('of nothing is an empty request, without complaint', () => {
    expect(read('', data)).toEqual({ request: emptyRequest(monday), notes: [] });
  });

  it.each([
    ['no version', '#lines=backend', 'damaged or was cut off'],
    ['a newer version', '#v=2&lines=backend', 'newer version'],
    ['another page’s fragment', '#content', 'damaged'],
    ['far too many characters', `#v=1&known=${'A'.repeat(9000)}`, 'too long for a plan'],
  ])('with %s takes nothing and says so', (_, text, words) => {
    const { request: wanted, notes } = read(text, data);
    expect(wanted).toEqual(emptyRequest(monday));
    expect(notes.join()).toContain(words);
  });

  it.each([
    ['hours that are no numbers', 'hours=a,b', 'seven numbers'],
    ['ten thousand hours', 'hours=10000,0,0,0,0,0,0', 'from 0 to 16'],
    ['negative hours', 'hours=-1,0,0,0,0,0,1', 'from 0 to 16'],
    ['a day that no month has', 'from=2026-02-31', 'start date'],
    ['a target in another millennium', 'to=9999-01-01', 'target date'],
    ['days off that end before they begin', 'off=2026-12-24..2026-12-01', 'days off'],
    ['an hour that no clock has', 'at=25:00', '18:00'],
    ['a need that no one knows', 'need=maybe', 'topics to include'],
    ['a goal that no one has', 'goal=fame', 'What the plan is for'],
    ['a level that no one knows', 'level=wizard', 'level'],
    ['a garbled list of topics', 'known=%00', 'topics that you know'],
    ['more single topics than a plan takes', `topics=${names(maxTopics + 1)}`, 'Some topics'],
    ['a topic that no page can have', 'topics=dns,DNS!', 'Some topics'],
  ])('with %s keeps the rest and says so', (_, field, words) => {
    const { request: wanted, notes } = read(`v=1&lines=backend&${field}`, data);
    expect(wanted.roadmaps).toEqual(['backend']);
    expect(notes.join(' ')).toContain(words);
  });

  it('takes as many roadmaps as a plan may have, and says that there were more', () => {
    const { request: wanted, notes } = read(`v=1&lines=${names(maxRoadmaps + 1)}`, data);
    expect(wanted.roadmaps).toHaveLength(maxRoadmaps);
    expect(notes.join()).toContain('Some roadmaps');
  });

  it('neither throws nor breaks a rule of requests, for ten thousand spoiled texts', () => {
    forSeeds(10_000, (random, seed) => {
      const text = spoiled(random, data);
      const { request: wanted } = read(text, data);
      const isSound =
        wanted.week.length === 7 &&
        wanted.week.every(
          (halfHours) => Number.isInteger(halfHours) && halfHours >= 0 && halfHours <= maxHalfHoursPerDay,
        ) &&
        wanted.daysOff.every(({ from, to }) => from <= to) &&
        [...wanted.roadmaps, ...wanted.topics].every((id) => /^[a-z0-9-]{1,60}$/u.test(id)) &&
        Number.isInteger(wanted.start);
      if (!isSound) expect.fail(text);
      if (seed % 20 === 0) makePlan(wanted, data, monday);
    });
  });
});

/** `topic-1,topic-2` */
const names = (count: number) => Array.from({ length: count }, (_, index) => `topic-${index + 1}`).join();

/** What breaks addresses. */
const signs = ['%', '%zz', '&', '=', '..', 'v=2', 'NaN', '<script>'];
const pieces = [...signs, '&known=____', '&lines=a,,b', '&off=2026-01-01..', '&hours='];

/** A valid address with pieces put in, changed or taken out, or no address at all. */
const spoiled = (random: Random, data: PlanData): string =>
  random.chance(0.1)
    ? random.text('v=1&known,.%:-\u0000\ud83d<>"', random.whole(0, 300))
    : spoil(writeAddress(randomRequest(random, data), data), random, pieces);

describe('numbers in an address', () => {
  it('come back as they were, for random sets', () => {
    forSeeds(300, (random) => {
      const numbers = new Set(Array.from({ length: random.whole(0, 400) }, () => random.whole(0, 999)));
      const back = decodeNumbers(encodeNumbers(numbers));
      expect(back && [...back]).toEqual([...numbers].sort((a, b) => a - b));
    });
  });

  it('take 51 characters for the first three hundred', () => {
    expect(encodeNumbers(Array.from({ length: 300 }, (_, number) => number))).toHaveLength(51);
  });

  it.each([
    ['characters outside base64url', '+/='],
    ['half a byte', 'A'],
    ['far too many', 'A'.repeat(2000)],
  ])('refuse %s', (_, text) => {
    expect(decodeNumbers(text)).toBeUndefined();
  });
});
