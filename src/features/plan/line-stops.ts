import type { CountedStop } from '#features/progress/index.ts';
import type { PlanLine, PlanStop, PlanTopic } from './plan-data.ts';

/** The written stops of a line as they are counted: the trunk, and each branch, those of default branches first. */
export interface LineStops {
  readonly trunk: readonly CountedStop[];
  readonly branches: readonly (readonly CountedStop[])[];
}

/** The written stops of a line with their hours, each once on the trunk and once on each branch. */
export function lineStops({ phases }: PlanLine, topics: ReadonlyMap<string, PlanTopic>): LineStops {
  const count = (stops: readonly PlanStop[]) =>
    [...new Set(stops.map(({ topic }) => topic))].flatMap((id): CountedStop[] => {
      const topic = topics.get(id);
      return topic ? [{ id, hours: topic.halves / 2 }] : [];
    });
  const branches = phases.flatMap(({ choice }) =>
    (choice?.branches ?? []).map(({ line, stops }) => ({ stops, isDefault: line === choice?.default })),
  );
  return {
    trunk: count(phases.flatMap(({ stops }) => stops)),
    branches: branches.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault)).map(({ stops }) => count(stops)),
  };
}
