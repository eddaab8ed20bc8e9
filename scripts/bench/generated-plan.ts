import type { PlanData, PlanTopic } from '#features/plan/plan-data.ts';
import { seededRandom } from '#lib/random.ts';

/** Lines that the form of the planner has. */
const lineIds = ['backend', 'databases', 'api-design', 'nodejs', 'python', 'security'];
const phasesPerLine = 8;

/** Content of a planner with as many topics as asked for, on six lines that share a fifth of them. The same for the same count. */
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
    };
  });
  const perPhase = Math.ceil(count / lineIds.length / phasesPerLine);
  const lines = lineIds.map((id, line) => ({
    id,
    title: id,
    phases: Array.from({ length: phasesPerLine }, (_phase, phase) => ({
      id: `phase-${phase}`,
      title: `Phase ${phase}`,
      stops: Array.from({ length: perPhase }, (_stop, stop) => {
        const own = (line * phasesPerLine + phase) * perPhase + stop;
        const number = random() < 0.8 ? own % count : below(count);
        return { topic: `topic-${number}`, need: random() < 0.6 ? ('must' as const) : ('should' as const) };
      }),
    })),
  }));
  return { topics, lines, roles: [], projects: [], former: { topics: [], lines: [], roles: [] } };
}

/** The address of a plan that travels all of it and misses its target, so that every way out is searched for. */
export const generatedPlanAddress = `#v=1&lines=${lineIds.join(',')}&topics=topic-0&need=could&hours=2,2,2,2,2,4,0&from=2027-01-04&to=2027-12-31`;
