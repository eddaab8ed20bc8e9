import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#features/plan/day.ts';
import { isOff } from '#features/plan/fields.ts';
import { isKnown } from '#features/plan/order.ts';
import { makePlan } from '#features/plan/plan.ts';
import { seedRandom, seeds } from '../../support/random.ts';
import { content, line, monday, needing, phase, randomContent, randomRequest, request, topic } from './plan-content.ts';

/** Five hundred plans of random content and requests. */
function* randomPlans() {
  for (const seed of seeds(500)) {
    const random = seedRandom(seed);
    const data = randomContent(random);
    const wanted = randomRequest(random, data);
    yield { name: `seed ${seed}`, data, wanted, plan: makePlan(wanted, data, monday) };
  }
}

describe('a plan of anything', () => {
  it('has no topic before its prerequisite', () => {
    for (const { name, data, wanted, plan } of randomPlans()) {
      const place = new Map(plan.items.map(({ kind, id }, index) => [`${kind} ${id}`, index]));
      const firstBlock = new Map(
        plan.blocks.flatMap((block, index) =>
          block.kind === 'topic' && block.part === 1 ? [[block.items[0]?.id, index]] : [],
        ),
      );
      const lastBlock = new Map(
        plan.blocks.flatMap((block, index) => (block.kind === 'topic' ? [[block.items[0]?.id, index]] : [])),
      );
      for (const { kind, id } of plan.items) {
        const entry = kind === 'topic' ? data.topics.find((other) => other.id === id) : undefined;
        for (const { topic: needed } of entry?.prerequisites ?? []) {
          const prerequisite = data.topics.find((other) => other.id === needed);
          if (!prerequisite || isKnown(prerequisite, wanted)) continue;
          expect(place.get(`topic ${needed}`), name).toBeLessThan(place.get(`topic ${id}`) ?? -1);
          expect(lastBlock.get(needed) ?? 0, name).toBeLessThanOrEqual(firstBlock.get(id) ?? Number.POSITIVE_INFINITY);
        }
      }
    }
  });

  it('never has more hours on a day than the week gives it, and none on days off or before the start', () => {
    for (const { name, wanted, plan } of randomPlans()) {
      for (const [day, blocks] of Map.groupBy(plan.blocks, (block) => block.day)) {
        const halves = blocks.reduce((sum, block) => sum + block.halves, 0);
        expect(halves, name).toBeLessThanOrEqual(wanted.week[weekdayOf(day)] ?? 0);
        expect(isOff(day, wanted.daysOff), name).toBe(false);
        expect(day, name).toBeGreaterThanOrEqual(wanted.start);
      }
    }
  });

  it('has blocks that follow each other without overlap and end by midnight', () => {
    for (const { name, plan } of randomPlans()) {
      plan.blocks.forEach(({ day, at, halves }, index) => {
        const next = plan.blocks[index + 1];
        expect(at, name).toBeGreaterThanOrEqual(0);
        expect(at + halves * 30, name).toBeLessThanOrEqual(1440);
        if (next?.day === day) expect(next.at, name).toBe(at + halves * 30);
        else expect(next?.day ?? day + 1, name).toBeGreaterThan(day);
      });
    }
  });

  it('has exactly the hours of its items, each item once', () => {
    for (const { name, plan } of randomPlans()) {
      expect(new Set(plan.items.map(({ kind, id }) => `${kind} ${id}`)).size, name).toBe(plan.items.length);
      if (plan.finish === undefined) continue;
      for (const item of plan.items) {
        const own = plan.blocks.filter(({ kind, items }) => kind !== 'review' && items[0] === item);
        expect(
          own.reduce((sum, { halves }) => sum + halves, 0),
          name,
        ).toBe(item.halves);
        expect(
          own.map(({ part }) => part),
          name,
        ).toEqual(own.map((_, index) => index + 1));
      }
      const { topic: topics, project, review } = plan.totals;
      expect(topics + project, name).toBe(plan.items.reduce((sum, { halves }) => sum + halves, 0));
      expect(review, name).toBe(plan.blocks.filter(({ kind }) => kind === 'review').length);
    }
  });

  it('reviews each topic twice, a week and four weeks after it was finished or later', () => {
    for (const { name, wanted, plan } of randomPlans()) {
      const reviews = plan.blocks.filter(({ kind }) => kind === 'review');
      if (!wanted.hasReviews) expect(reviews, name).toEqual([]);
      if (!wanted.hasReviews || plan.finish === undefined) continue;
      for (const item of plan.items.filter(({ kind }) => kind === 'topic')) {
        const finished = plan.blocks.findLast(({ kind, items }) => kind === 'topic' && items[0] === item)?.day ?? 0;
        const after = reviews.filter(({ items }) => items.includes(item)).map(({ day }) => day - finished);
        expect(after[0], name).toBeGreaterThanOrEqual(7);
        expect(after.at(-1), name).toBeGreaterThanOrEqual(28);
        expect(after.length, name).toBeLessThanOrEqual(2);
      }
    }
  });

  it('is the same for the same request', () => {
    for (const { name, data, wanted, plan } of randomPlans())
      expect(makePlan(wanted, data, monday), name).toEqual(plan);
  });

  it('is judged by what the calendar says', () => {
    for (const { name, data, wanted, plan } of randomPlans()) {
      const { verdict } = plan;
      const { target } = wanted;
      if (target === undefined || plan.items.length === 0) expect(verdict.kind, name).toBe('no-target');
      else if (plan.finish !== undefined && plan.finish <= target)
        expect(verdict, name).toEqual({ kind: 'met', daysToSpare: target - plan.finish });
      else expect(verdict.kind, name).toBe('missed');
      if (verdict.kind !== 'missed' || target === undefined) continue;
      const finishWith = (changes: Partial<typeof wanted>) =>
        makePlan({ ...wanted, ...changes }, data, monday).finish ?? Number.POSITIVE_INFINITY;
      if (verdict.week) expect(finishWith({ week: verdict.week }), name).toBeLessThanOrEqual(target);
      if (verdict.leaveOut)
        expect(
          finishWith({ known: new Set([...wanted.known, ...verdict.leaveOut.map(({ id }) => id)]) }),
          name,
        ).toBeLessThanOrEqual(target);
    }
  });
});

describe('an impossible plan', () => {
  const data = content({
    topics: [topic('dns'), topic('http', { prerequisites: needing('dns') })],
    lines: [line('web', [phase('first', ['dns', 'http'])]), line('later', [phase('first', ['unwritten'])])],
    roles: [{ id: 'engineer', title: 'Engineer', lines: ['web'], topics: [] }],
  });
  const said = (changes: Parameters<typeof request>[0], today = monday) =>
    makePlan(request({ lines: ['web'], ...changes }), data, today).complaints.join(' ');

  it.each([
    ['no hours', { week: [0, 0, 0, 0, 0, 0, 0] }, 'The week has no hours'],
    ['a start that has passed', { start: monday - 3 }, 'The plan starts on November 20, 2026, 3 days ago.'],
    ['a target before the start', { target: monday - 1, start: monday }, 'lies before the start'],
    ['a role that no longer exists', { role: 'webmaster' }, 'There is no role “webmaster” on this site.'],
    ['a roadmap that does not exist', { lines: ['cobol', 'web'] }, 'There is no roadmap “cobol” on this site.'],
    ['a topic that does not exist', { topics: ['flash'] }, 'There is no topic “flash” on this site.'],
    ['everything known', { known: new Set(['dns', 'http']) }, 'You know everything'],
    ['nothing written', { lines: ['later'] }, 'There is nothing to study in this'],
    ['days off without end', { daysOff: [{ from: monday, to: monday + 50_000 }] }, 'more than twenty years'],
  ] as const)('with %s is said to be one', (_, changes, words) => {
    expect(said(changes)).toContain(words);
  });

  it('says nothing where nothing is wrong or nothing was chosen', () => {
    expect(said({})).toBe('');
    expect(said({ lines: [] })).toBe('');
  });

  it('of a role that no longer exists keeps its lines', () => {
    expect(makePlan(request({ role: 'webmaster', lines: ['web'] }), data, monday).items).toHaveLength(2);
  });

  it('names the branch that is gone', () => {
    const forked = content({
      ...data,
      lines: [
        line('web', [phase('first', ['dns'], { choice: { default: 'a', branches: [{ line: 'a', stops: [] }] } })]),
      ],
    });
    const plan = makePlan(request({ lines: ['web'], branches: new Map([['web.first', 'cobol']]) }), forked, monday);
    expect(plan.complaints).toEqual(['“cobol” is not a branch of its choice any more; the usual branch is taken.']);
  });
});

describe('a target that cannot be met', () => {
  const topics = ['a', 'b', 'c', 'd'].map((id) => topic(id, { halves: 10 }));
  const stops = topics.map(({ id }, index) => ({
    topic: id,
    need: index < 2 ? ('must' as const) : ('should' as const),
  }));
  const data = content({ topics, lines: [line('web', [{ ...phase('first', []), stops }])] });
  const wanted = request({ lines: ['web'], week: [5, 0, 0, 0, 0, 0, 0], hasReviews: false });

  it('comes with the hours, the stops and the date that would make it', () => {
    const { verdict } = makePlan({ ...wanted, target: monday + 28 }, data, monday);
    expect(verdict).toMatchObject({
      kind: 'missed',
      daysLate: 21,
      week: [8, 0, 0, 0, 0, 0, 0],
      finishOfMusts: monday + 21,
    });
    expect(verdict.kind === 'missed' && verdict.leaveOut?.map(({ id }) => id)).toEqual(['d', 'c']);
  });

  it('comes without what does not help', () => {
    const { verdict } = makePlan({ ...wanted, target: monday - 1 }, data, monday);
    expect(verdict).toMatchObject({ kind: 'missed', week: undefined, leaveOut: undefined });
  });
});
