import { levels } from '#content/level.ts';
import { needs, type PlanData, type PlanPhase, type PlanRoadmap, type PlanTopic } from '#features/plan/plan-data.ts';
import { emptyRequest, goals, maxHalfHoursPerDay, type PlanRequest, type Week } from '#features/plan/request.ts';
import type { Random } from '../../support/random.ts';

/** 2026-11-23, a Monday. */
export const monday = 20_780;

export function topic(id: string, changes: Partial<PlanTopic> = {}): PlanTopic {
  const title = id.toUpperCase();
  const address = `/topics/${id}/`;
  return {
    id,
    numbers: [0],
    title,
    address,
    level: 'beginner',
    halfHours: 4,
    prerequisites: [],
    outline: [],
    ...changes,
  };
}

export const needing = (...ids: string[]) => ids.map((id) => ({ topic: id, why: `It builds on ${id}.` }));

export function roadmap(id: string, phases: readonly PlanPhase[], changes: Partial<PlanRoadmap> = {}): PlanRoadmap {
  return { id, title: `Roadmap ${id}`, phases, ...changes };
}

export function phase(id: string, stops: readonly string[], changes: Partial<PlanPhase> = {}): PlanPhase {
  return { title: `Phase ${id}`, items: stops.map((stop) => ({ topic: stop, need: 'must' })), ...changes };
}

/** Content with the given parts; topics get their numbers by their place. */
export function content(parts: Partial<PlanData>): PlanData {
  const { topics = [], roadmaps = [], roles = [], projects = [] } = parts;
  const numbered = topics.map((entry, number) => ({ ...entry, numbers: [number] }));
  const former = parts.former ?? { topics: [], roadmaps: [], roles: [] };
  return { topics: numbered, roadmaps, roles, projects, former };
}

export function request(changes: Partial<PlanRequest>): PlanRequest {
  return { ...emptyRequest(monday), ...changes };
}

/** Topics that need only earlier ones, on roadmaps that have them in any order, some of them not written. */
export function randomContent(random: Random, count = random.whole(1, 40)): PlanData {
  const topics = Array.from({ length: count }, (_, index) =>
    topic(`topic-${index}`, {
      halfHours: random.whole(1, 30),
      level: random.pick(levels),
      prerequisites: needing(...new Set(some(random, index, 3).map((other) => `topic-${other}`))),
    }),
  );
  const stops = (most: number) =>
    some(random, count + 3, most).map((at) => ({ topic: `topic-${at}`, need: random.pick(needs) }));
  const ids = ['alpha', 'beta', 'gamma'];
  const roadmaps = ids.map((id) =>
    roadmap(
      id,
      Array.from({ length: random.whole(1, 4) }, (_, index) => ({
        ...phase(`phase-${index}`, []),
        items: stops(12),
        branches: random.chance(0.3) ? ['beta', 'gamma'].map((branch) => ({ id: branch, items: stops(6) })) : undefined,
      })),
      {
        branches: ['beta', 'gamma'].map((branch) => ({ id: branch, title: branch })),
        capstone: random.chance(0.5) ? random.pick(['shop', 'chat', 'gone']) : undefined,
      },
    ),
  );
  const projects = ['shop', 'chat'].map((id, number) => ({
    id,
    number,
    title: id,
    address: `/projects/${id}/`,
    halfHours: random.whole(1, 80),
  }));
  return content({
    topics,
    roadmaps,
    projects,
    roles: [{ id: 'engineer', title: 'Engineer', roadmaps: ['beta', 'alpha'], topics: [] }],
  });
}

/** Up to `most` numbers below `below`. */
function some(random: Random, below: number, most: number): number[] {
  return below === 0 ? [] : Array.from({ length: random.whole(0, most) }, () => random.whole(0, below - 1));
}

/** A request that may be odd, but whose week has hours. */
export function randomRequest(random: Random, { topics }: Pick<PlanData, 'topics'>): PlanRequest {
  const week = Array.from({ length: 7 }, () =>
    random.chance(0.6) ? random.whole(0, random.pick([4, maxHalfHoursPerDay])) : 0,
  );
  week[random.whole(0, 6)] = random.whole(1, 8);
  return request({
    goal: random.chance(0.5) ? random.pick(goals) : undefined,
    role: random.chance(0.3) ? 'engineer' : undefined,
    roadmaps: some(random, 4, 3).map((at) => ['alpha', 'beta', 'gamma', 'gone'][at] ?? ''),
    topics: some(random, topics.length, 2).map((at) => `topic-${at}`),
    branches: new Map(random.chance(0.5) ? [['alpha', random.pick(['beta', 'gamma', 'gone'])]] : []),
    need: random.pick(needs),
    level: random.chance(0.2) ? random.pick(levels) : undefined,
    known: new Set(topics.filter(() => random.chance(0.2)).map(({ id }) => id)),
    week: week as readonly number[] as Week,
    at: random.whole(0, 1439),
    start: monday + random.whole(0, 400),
    target: random.chance(0.7) ? monday + random.whole(-30, 900) : undefined,
    daysOff: some(random, 500, 4)
      .map((from) => ({ from: monday + from, to: monday + from + random.whole(0, 20) }))
      .toSorted((a, b) => a.from - b.from || a.to - b.to),
    hasReviews: random.chance(0.7),
    hasProjects: random.chance(0.7),
    hasPrerequisites: random.chance(0.7),
  });
}
