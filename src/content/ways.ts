import type { Roadmap } from './corpus.ts';
import type { Field } from './issue.ts';
import type { RoadmapStop } from './schema/roadmap.ts';

type Phase = Roadmap['phases'][number];

/** The ids of a roadmap's phases, former ones included, as content/ids.lock has them: `backend.sql-and-data`. */
export const phaseIdsOf = ({ id, data }: { readonly id: string; readonly data: Roadmap }): readonly string[] =>
  data.phases.flatMap((phase) => [phase.id, ...phase.formerIds].map((each) => `${id}.${each}`));

/** A stop with its phase, and its place in front matter. */
export interface PlacedStop {
  readonly stop: RoadmapStop;
  readonly phase: Phase;
  /** The branch that has it; undefined for a stop of everyone. */
  readonly branch: string | undefined;
  readonly field: Field;
}

/** Every stop of a roadmap, those of all branches included, in the order of the page. */
export function placedStops({ phases }: Pick<Roadmap, 'phases'>): readonly PlacedStop[] {
  return phases.flatMap((phase, index) => {
    const at = ['phases', index] as const;
    const branches = phase.choice?.branches ?? [];
    return [
      ...phase.stops.map((stop, place) => ({ stop, phase, branch: undefined, field: [...at, 'stops', place] })),
      ...branches.flatMap(({ id, stops }, branch) =>
        stops.map((stop, place) => {
          return { stop, phase, branch: id, field: [...at, 'choice', 'branches', branch, 'stops', place] };
        }),
      ),
    ];
  });
}

/** The branches of a roadmap, each once and the default first, with their titles. */
export function branchesOf({ phases }: Pick<Roadmap, 'phases'>) {
  const all = phases.flatMap(({ choice }) => choice?.branches ?? []);
  const usual = phases.find(({ choice }) => choice)?.choice?.default;
  const first = all.filter((branch, index) => all.findIndex(({ id }) => id === branch.id) === index);
  return first.toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual));
}

/** The ways through a roadmap: one for each branch, the default first; a single one where there is no choice. */
export function waysThrough(roadmap: Pick<Roadmap, 'phases'>) {
  const stops = placedStops(roadmap);
  const ids = branchesOf(roadmap).map(({ id }) => id);
  return (ids.length > 0 ? ids : [undefined]).map((way) => ({
    branch: way,
    stops: stops.filter(({ branch }) => branch === undefined || branch === way),
  }));
}
