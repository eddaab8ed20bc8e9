import type { PlanData, PlanTopic } from '#features/plan/plan-data.ts';
import { seededRandom } from '#lib/random.ts';

/** Roadmaps that the form of the planner has. */
const roadmapIds = ['backend', 'databases', 'api-design', 'nodejs', 'python', 'security'];
const phasesPerRoadmap = 8;

/** Content of a planner with as many topics as asked for, on six roadmaps that share a fifth of them. The same for the same count. */
export function generatedPlanData(count: number): PlanData {
  const random = seededRandom(`plan of ${count}`);
  const below = (limit: number) => Math.floor(random() * limit);
  const topics = Array.from({ length: count }, (_, number): PlanTopic => {
    const needed = new Set(number === 0 ? [] : Array.from({ length: below(4) }, () => below(number)));
    return {
      id: `topic-${number}`,
      numbers: [number],
      title: `Topic number ${number}`,
      address: `/topics/topic-${number}/`,
      level: 'beginner',
      halves: 4 + below(12),
      prerequisites: [...needed].map((other) => ({
        topic: `topic-${other}`,
        why: 'It builds on what that one shows.',
      })),
      outline: [
        ['Worked example', 20],
        ['Pitfalls', 5],
        ['Practice', 2],
      ],
    };
  });
  const perPhase = Math.ceil(count / roadmapIds.length / phasesPerRoadmap);
  const roadmaps = roadmapIds.map((id, place) => ({
    id,
    title: id,
    phases: Array.from({ length: phasesPerRoadmap }, (_phase, phase) => ({
      id: `phase-${phase}`,
      title: `Phase ${phase}`,
      items: Array.from({ length: perPhase }, (_item, at) => {
        const own = (place * phasesPerRoadmap + phase) * perPhase + at;
        const number = random() < 0.8 ? own % count : below(count);
        return { topic: `topic-${number}`, need: random() < 0.6 ? ('must' as const) : ('should' as const) };
      }),
    })),
  }));
  return { topics, roadmaps, roles: [], projects: [], former: { topics: [], roadmaps: [], roles: [] } };
}

/** The address of a plan for all of it with a date that leaves no time for much, so that what fits is searched for. */
export const generatedPlanAddress = `#v=1&lines=${roadmapIds.join(',')}&topics=topic-0&need=could&hours=2,2,2,2,2,4,0&from=2027-01-04&to=2027-12-31`;
