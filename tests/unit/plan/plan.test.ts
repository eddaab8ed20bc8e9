import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#features/plan/day.ts';
import { isKnown, studyOrder } from '#features/plan/order.ts';
import { makePlan, type Plan, plannedAndDone } from '#features/plan/plan.ts';
import type { PlanData } from '#features/plan/plan-data.ts';
import { progressText } from '#features/plan/plan-words.ts';
import { isOff, type PlanRequest, spreadHours, suggestionFor } from '#features/plan/request.ts';
import { forSeeds } from '../../support/random.ts';
import {
  content,
  monday,
  needing,
  phase,
  randomContent,
  randomRequest,
  request,
  roadmap,
  topic,
} from './plan-content.ts';

interface RandomPlan {
  readonly data: PlanData;
  readonly wanted: PlanRequest;
  readonly plan: Plan;
}

/** A test of five hundred plans of random content and requests. */
const itAlways = (does: string, check: (given: RandomPlan) => void) =>
  it(does, () => {
    forSeeds(500, (random) => {
      const data = randomContent(random);
      const wanted = randomRequest(random, data);
      check({ data, wanted, plan: makePlan(wanted, data, monday) });
    });
  });

describe('a plan of anything', () => {
  itAlways('has no topic before its prerequisite', ({ data, wanted, plan }) => {
    const place = new Map(plan.items.map(({ kind, id }, index) => [`${kind} ${id}`, index]));
    const firstBlock = new Map(
      plan.blocks.flatMap((block, index) =>
        block.kind === 'topic' && block.part === 1 ? [[block.items[0]?.id, index]] : [],
      ),
    );
    const lastBlock = new Map(
      plan.blocks.flatMap((block, index) => (block.kind === 'topic' ? [[block.items[0]?.id, index]] : [])),
    );
    const studied = new Set(plan.items.filter(({ kind }) => kind === 'topic').map(({ id }) => id));
    const edges = data.topics
      .filter(({ id }) => studied.has(id))
      .flatMap(({ id, prerequisites }) => prerequisites.map(({ topic: needed }) => ({ id, needed })));
    for (const { id, needed } of edges) {
      const prerequisite = data.topics.find((other) => other.id === needed);
      if (!prerequisite || isKnown(prerequisite, wanted)) continue;
      if (!wanted.hasPrerequisites && !studied.has(needed)) continue;
      expect(place.get(`topic ${needed}`)).toBeLessThan(place.get(`topic ${id}`) ?? -1);
      expect(lastBlock.get(needed) ?? 0).toBeLessThanOrEqual(firstBlock.get(id) ?? Number.POSITIVE_INFINITY);
    }
  });

  itAlways(
    'never has more hours on a day than the week gives it, and none on days off or before the start',
    ({ wanted, plan }) => {
      for (const [day, blocks] of Map.groupBy(plan.blocks, (block) => block.day)) {
        const halfHours = blocks.reduce((sum, block) => sum + block.halfHours, 0);
        expect(halfHours).toBeLessThanOrEqual(wanted.week[weekdayOf(day)] ?? 0);
        expect(isOff(day, wanted.daysOff)).toBe(false);
        expect(day).toBeGreaterThanOrEqual(wanted.start);
      }
    },
  );

  itAlways('has blocks that follow each other without overlap and end by midnight', ({ plan }) => {
    plan.blocks.forEach(({ day, at, halfHours }, index) => {
      const next = plan.blocks[index + 1];
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at + halfHours * 30).toBeLessThanOrEqual(1440);
      if (next?.day === day) expect(next.at).toBe(at + halfHours * 30);
      else expect(next?.day ?? day + 1).toBeGreaterThan(day);
    });
  });

  itAlways('has exactly the hours of its items, each item once', ({ plan }) => {
    expect(new Set(plan.items.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(plan.items.length);
    if (plan.finish === undefined) return;
    for (const item of plan.items) {
      const own = plan.blocks.filter(({ kind, items }) => kind !== 'review' && items[0] === item);
      expect(own.reduce((sum, { halfHours }) => sum + halfHours, 0)).toBe(item.halfHours);
      expect(own.map(({ part }) => part)).toEqual(own.map((_, index) => index + 1));
    }
    const { topic: topics, project, review } = plan.totals;
    expect(topics + project).toBe(plan.items.reduce((sum, { halfHours }) => sum + halfHours, 0));
    expect(review).toBe(plan.blocks.filter(({ kind }) => kind === 'review').length);
  });

  itAlways('reviews each topic twice, a week and four weeks after it was finished or later', ({ wanted, plan }) => {
    const reviews = plan.blocks.filter(({ kind }) => kind === 'review');
    if (!wanted.hasReviews) expect(reviews).toEqual([]);
    if (!wanted.hasReviews || plan.finish === undefined) return;
    for (const item of plan.items.filter(({ kind }) => kind === 'topic')) {
      const finished = plan.blocks.findLast(({ kind, items }) => kind === 'topic' && items[0] === item)?.day ?? 0;
      const after = reviews.filter(({ items }) => items.includes(item)).map(({ day }) => day - finished);
      expect(after[0] ?? 7).toBeGreaterThanOrEqual(7);
      // With a date to be ready by, reviews end there.
      if (plan.target === undefined) expect(after.at(-1)).toBeGreaterThanOrEqual(28);
      expect(after.length).toBeLessThanOrEqual(2);
    }
  });

  itAlways('is the same for the same request', ({ data, wanted, plan }) => {
    expect(makePlan(wanted, data, monday)).toEqual(plan);
  });

  itAlways('with a date holds what fits by then, and all of it when all fits', ({ data, wanted, plan }) => {
    const { target } = wanted;
    const all = studyOrder(wanted, data).items.map(({ kind, id }) => `${kind} ${id}`);
    const kept = plan.items.map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(all).isSupersetOf(new Set(kept))).toBe(true);
    const isBegun = plan.leftOut.some(({ id }) => id === plan.items[0]?.id);
    expect(plan.leftOut.length + plan.items.length - (isBegun ? 1 : 0)).toBe(all.length);
    if (target === undefined || target < wanted.start) expect(plan.leftOut).toEqual([]);
    else {
      for (const { day } of plan.blocks) expect(day).toBeLessThanOrEqual(target);
      if (plan.items.length > 0) expect(plan.finish).toBeLessThanOrEqual(target);
    }
  });

  itAlways('names a week and a date with which everything would fit', ({ data, wanted, plan }) => {
    if (plan.leftOut.length === 0) return;
    const leftOutWith = (changes: Partial<typeof wanted>) => makePlan({ ...wanted, ...changes }, data, monday).leftOut;
    if (plan.week) expect(leftOutWith({ week: plan.week })).toEqual([]);
    if (plan.finishOfAll !== undefined) expect(leftOutWith({ target: plan.finishOfAll })).toEqual([]);
  });
});

describe('an impossible plan', () => {
  const data = content({
    topics: [topic('dns'), topic('http', { prerequisites: needing('dns') })],
    roadmaps: [roadmap('web', [phase('first', ['dns', 'http'])]), roadmap('later', [phase('first', ['unwritten'])])],
    roles: [{ id: 'engineer', title: 'Engineer', roadmaps: ['web'], topics: [] }],
  });
  const said = (changes: Parameters<typeof request>[0], today = monday) =>
    makePlan(request({ roadmaps: ['web'], ...changes }), data, today).errors.join(' ');

  it.each([
    ['no hours', { week: [0, 0, 0, 0, 0, 0, 0] }, 'You chose no hours'],
    ['a start that has passed', { start: monday - 3 }, 'This plan started on November 20, 2026, 3 days ago.'],
    ['a target before the start', { target: monday - 1, start: monday }, 'lies before the start'],
    ['a role that no longer exists', { role: 'webmaster' }, 'There is no role “webmaster” on this site.'],
    ['a roadmap that does not exist', { roadmaps: ['cobol', 'web'] }, 'There is no roadmap “cobol” on this site.'],
    ['a topic that does not exist', { topics: ['flash'] }, 'There is no topic “flash” on this site.'],
    ['everything known', { known: new Set(['dns', 'http']) }, 'You know everything'],
    ['nothing written', { roadmaps: ['later'] }, 'There is nothing to study here'],
    ['days off without end', { daysOff: [{ from: monday, to: monday + 50_000 }] }, 'more than twenty years'],
  ] as const)('with %s is said to be one', (_, changes, words) => {
    expect(said(changes)).toContain(words);
  });

  it('says nothing where nothing is wrong or nothing was chosen', () => {
    expect(said({})).toBe('');
    expect(said({ roadmaps: [] })).toBe('');
  });

  it('of a role that no longer exists keeps its roadmaps', () => {
    expect(makePlan(request({ role: 'webmaster', roadmaps: ['web'] }), data, monday).items).toHaveLength(2);
  });

  it('names the branch that is gone', () => {
    const forked = content({
      ...data,
      roadmaps: [
        roadmap('web', [phase('first', ['dns'], { branches: [{ id: 'a', items: [] }] })], {
          branches: [{ id: 'a', title: 'A' }],
        }),
      ],
    });
    const plan = makePlan(request({ roadmaps: ['web'], branches: new Map([['web', 'cobol']]) }), forked, monday);
    expect(plan.errors).toEqual(['“cobol” is not a branch of its roadmap anymore, so the default branch is used.']);
  });
});

describe('a date that leaves too little time', () => {
  const topics = ['a', 'b', 'c', 'd'].map((id) => topic(id, { halfHours: 10 }));
  const items = topics.map(({ id }, index) => ({
    topic: id,
    need: index < 2 ? ('must' as const) : ('should' as const),
  }));
  const data = content({ topics, roadmaps: [roadmap('web', [{ ...phase('first', []), items }])] });
  const wanted = request({ roadmaps: ['web'], week: [5, 0, 0, 0, 0, 0, 0], hasReviews: false });
  const until = (days: number) => makePlan({ ...wanted, target: monday + days }, data, monday);

  it('leaves out recommended topics first, the last before the others', () => {
    const plan = until(28);
    expect(plan.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(plan.leftOut.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(plan).toMatchObject({ week: [8, 0, 0, 0, 0, 0, 0], finishOfAll: monday + 49 });
  });

  it('leaves out the last of what is required when that is too much', () => {
    expect(until(14).items.map(({ id }) => id)).toEqual(['a']);
  });

  it('begins the first topic when there is no time for all of it', () => {
    expect(until(3).items).toMatchObject([{ id: 'a', halfHours: 5 }]);
    expect(until(3).finish).toBe(monday);
  });

  it('says so when there is no day of study before it', () => {
    const plan = makePlan({ ...wanted, start: monday + 1, target: monday + 3 }, data, monday);
    expect(plan.items).toEqual([]);
    expect(plan.errors).toEqual(['There is no time to study before that date. Choose a later date or more days.']);
  });

  it('has no say when it lies before the start', () => {
    const plan = makePlan({ ...wanted, start: monday, target: monday - 1 }, data, monday);
    expect(plan.items).toHaveLength(4);
    expect(plan.target).toBeUndefined();
  });
});

describe('what the questions suggest', () => {
  const data = content({
    topics: [
      topic('programming-fundamentals'),
      topic('caching', { level: 'intermediate', prerequisites: needing('programming-fundamentals') }),
      topic('consensus', { level: 'advanced', prerequisites: needing('caching') }),
    ],
    roadmaps: [
      roadmap('beginner', [phase('a', ['programming-fundamentals'])]),
      roadmap('backend', [phase('a', ['caching', 'consensus'])]),
    ],
    roles: [{ id: 'backend-developer', title: 'Backend developer', roadmaps: ['backend'], topics: [] }],
  });
  const planFor = (goal: Parameters<typeof suggestionFor>[0]) =>
    makePlan(request(suggestionFor(goal, monday)), data, monday).items.map(({ id }) => id);

  it('for a new career begins with the first program', () => {
    expect(planFor('new-career')).toEqual(['programming-fundamentals']);
  });

  it('for an interview takes what juniors know as known, and is for a date two weeks away', () => {
    expect(planFor('interview')).toEqual(['caching', 'consensus']);
    expect(suggestionFor('interview', monday).target).toBe(monday + 14);
  });

  it('for a promotion takes the present level as known', () => {
    expect(planFor('promotion')).toEqual(['consensus']);
  });

  it('spreads the hours of a week evenly, with what is left over on the last days', () => {
    const workdays = [true, true, true, true, true, false, false];
    expect(spreadHours(8, workdays)).toEqual([3, 3, 3, 3, 4, 0, 0]);
    expect(spreadHours(0.5, workdays)).toEqual([0, 0, 0, 0, 1, 0, 0]);
    expect(spreadHours(60, [true, false, false, false, false, false, false])).toEqual([32, 0, 0, 0, 0, 0, 0]);
    expect(
      spreadHours(
        8,
        workdays.map(() => false),
      ),
    ).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('a plan and what happened', () => {
  const data = content({
    topics: [topic('http'), topic('rest'), topic('sql')],
    roadmaps: [roadmap('web', [phase('a', ['http', 'rest', 'sql'])])],
  });
  const plan = makePlan(request({ roadmaps: ['web'], hasReviews: false }), data, monday);
  const until = (days: number, ...done: string[]) =>
    plannedAndDone(plan, { done: new Set(done), today: monday + days });

  it('has nothing planned on its first day', () => {
    expect(until(0)).toEqual({ planned: [], done: [], behind: [], total: 3 });
    expect(progressText(until(0))).toBe('');
  });

  it('counts a topic as planned from the day after its last session', () => {
    expect(until(1).planned).toEqual([]);
    expect(until(2).planned).toEqual(['http']);
    expect(until(7).planned).toEqual(['http', 'rest', 'sql']);
  });

  it('says what is behind, ahead or on schedule', () => {
    expect(progressText(until(4, 'http'))).toBe(
      'By today you planned 2 topics and finished 1 of 3: 1 topic to catch up on.',
    );
    expect(progressText(until(2, 'http', 'sql'))).toBe(
      'By today you planned 1 topic and finished 2 of 3: 1 ahead of the plan.',
    );
    expect(progressText(until(2, 'http'))).toBe('By today you planned 1 topic and finished 1 of 3: on schedule.');
  });

  it('leaves out what is done but not in the plan', () => {
    expect(until(2, 'http', 'kafka').done).toEqual(['http']);
  });
});
