/** All topics that have to be known before a topic, directly or not. */
type AncestorsOf = (id: string) => ReadonlySet<string>;

/** How topics depend on each other. */
interface Relations {
  readonly prerequisitesOf: (id: string) => readonly string[];
  readonly ancestorsOf: AncestorsOf;
}

/** A prerequisite that is drawn: `from` has to be known before `to`. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
}

/**
 * The prerequisites among some topics that no way through another of them implies (the transitive reduction).
 * An edge also stands for a way through topics that are not among them.
 */
export function immediateEdges(ids: readonly string[], ancestorsOf: AncestorsOf): readonly MapEdge[] {
  return ids.flatMap((to) => {
    const before = ids.filter((id) => ancestorsOf(to).has(id));
    return before.filter((id) => !before.some((other) => ancestorsOf(other).has(id))).map((from) => ({ from, to }));
  });
}

/** Topics in an order in which each comes after all that it needs; ties by id. */
export function topologicalOrder(ids: readonly string[], ancestorsOf: AncestorsOf): readonly string[] {
  // Whoever needs a topic needs all that it needs, and the topic itself.
  return ids.toSorted((a, b) => ancestorsOf(a).size - ancestorsOf(b).size || (a < b ? -1 : 1));
}

/**
 * What the map of a line shows: its stops, and every topic off the line that a stop needs at once.
 * A prerequisite that another prerequisite of the same stop needs anyway stands further back, and is left out.
 */
export function topicsOfLine(
  stopIds: readonly string[],
  { prerequisitesOf, ancestorsOf }: Relations,
): readonly string[] {
  const atOnce = stopIds.flatMap((id) => {
    const needed = prerequisitesOf(id);
    return needed.filter((each) => !needed.some((other) => ancestorsOf(other).has(each)));
  });
  return [...new Set([...stopIds, ...atOnce])];
}

const maxAbreast = 4;
/** Rows above the topic. */
const maxRows = 3;

interface NeighborhoodInput extends Relations {
  readonly id: string;
  /** Topics that name this one as a prerequisite, the most wanted first. */
  readonly opens: readonly string[];
}

/**
 * What a topic's small map shows: all it needs, what that needs in turn where there is room, and some of what it opens.
 * @returns `left` is how many topics that name this one as a prerequisite are left out.
 */
export function chooseNeighborhood({ id, prerequisitesOf, ancestorsOf, opens }: NeighborhoodInput) {
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
function stepFurther(ids: readonly string[], prerequisitesOf: Relations['prerequisitesOf']): readonly string[] {
  const counts = new Map<string, number>();
  for (const needed of ids.flatMap(prerequisitesOf)) counts.set(needed, (counts.get(needed) ?? 0) + 1);
  return [...counts.keys()]
    .filter((needed) => !ids.includes(needed))
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}

/** The length of the longest chain among some topics. */
function rowsOf(ids: readonly string[], ancestorsOf: AncestorsOf): number {
  const rows = new Map<string, number>();
  for (const id of topologicalOrder(ids, ancestorsOf)) {
    const above = ids.filter((other) => ancestorsOf(id).has(other)).map((other) => rows.get(other) ?? 0);
    rows.set(id, 1 + Math.max(0, ...above));
  }
  return Math.max(0, ...rows.values());
}
