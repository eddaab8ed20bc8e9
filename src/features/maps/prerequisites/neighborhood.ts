import { immediateEdges } from './immediate-edges.ts';
import type { AncestorsOf, MapEdge } from './types.ts';

const maxAbreast = 4;
/** Rows above the topic. */
const maxRows = 3;

export interface NeighborhoodInput {
  readonly id: string;
  readonly prerequisitesOf: (id: string) => readonly string[];
  readonly ancestorsOf: AncestorsOf;
  /** Topics that name this one as a prerequisite, the most wanted first. */
  readonly opens: readonly string[];
}

export interface Neighborhood {
  readonly ids: readonly string[];
  readonly edges: readonly MapEdge[];
  /** How many topics that name this one as a prerequisite are left out. */
  readonly left: number;
}

/** What a topic's small map shows: all it needs, what that needs in turn where there is room, and some of what it opens. */
export function chooseNeighborhood(input: NeighborhoodInput): Neighborhood {
  const { id, prerequisitesOf, ancestorsOf, opens } = input;
  const direct = prerequisitesOf(id);
  const before = [...direct];
  for (const candidate of stepFurther(direct, prerequisitesOf)) {
    const hasRoom = before.length < direct.length + maxAbreast;
    if (hasRoom && rowsOf([...before, candidate], ancestorsOf) <= maxRows) before.push(candidate);
  }
  // A topic that needs another of those that this one opens is not next.
  const next = opens.filter((other) => !opens.some((between) => ancestorsOf(other).has(between)));
  const shown = next.slice(0, maxAbreast);
  const ids = [...before, id, ...shown];
  return { ids, edges: immediateEdges(ids, ancestorsOf), left: opens.length - shown.length };
}

/** Prerequisites of some topics that are not among them, those first that most of them need. */
function stepFurther(ids: readonly string[], prerequisitesOf: (id: string) => readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const needed of ids.flatMap(prerequisitesOf)) counts.set(needed, (counts.get(needed) ?? 0) + 1);
  return [...counts.keys()]
    .filter((needed) => !ids.includes(needed))
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** The length of the longest chain among some topics. */
function rowsOf(ids: readonly string[], ancestorsOf: AncestorsOf): number {
  const rows = new Map<string, number>();
  for (const id of ids.toSorted((a, b) => ancestorsOf(a).size - ancestorsOf(b).size)) {
    rows.set(
      id,
      1 + Math.max(0, ...ids.filter((other) => ancestorsOf(id).has(other)).map((above) => rows.get(above) ?? 0)),
    );
  }
  return Math.max(0, ...rows.values());
}
