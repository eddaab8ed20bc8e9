/** All prerequisites of a topic, direct or not. */
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
 * The prerequisites among some topics that don't follow from others among them (the transitive reduction).
 * An edge can also stand for a path through topics that aren't among them.
 */
export function immediateEdges(ids: readonly string[], ancestorsOf: AncestorsOf): readonly MapEdge[] {
  return ids.flatMap((to) => {
    const before = ids.filter((id) => ancestorsOf(to).has(id));
    return before.filter((id) => !before.some((other) => ancestorsOf(other).has(id))).map((from) => ({ from, to }));
  });
}

/** Topics in an order in which each comes after its prerequisites; ties are broken by id. */
export function topologicalOrder(ids: readonly string[], ancestorsOf: AncestorsOf): readonly string[] {
  // A topic has more prerequisites than any of its prerequisites: all of theirs, and themselves.
  return ids.toSorted((a, b) => ancestorsOf(a).size - ancestorsOf(b).size || (a < b ? -1 : 1));
}

/**
 * What the map of a line shows: its stops, and every topic off the line that is an immediate prerequisite of a stop.
 * If another prerequisite of the same stop needs a topic anyway, the topic is further back and is left out.
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
  /** Topics that name this one as a prerequisite, the most important first. */
  readonly opens: readonly string[];
}

/**
 * What a topic's small map shows: its prerequisites, theirs as far as there's room, and some of the topics it opens.
 * @returns `left` is how many of the topics it opens are left out.
 */
export function chooseNeighborhood({ id, prerequisitesOf, ancestorsOf, opens }: NeighborhoodInput) {
  const direct = prerequisitesOf(id);
  const before = [...direct];
  for (const candidate of stepFurther(direct, prerequisitesOf)) {
    const hasRoom = before.length < direct.length + maxAbreast;
    if (hasRoom && rowsOf([...before, candidate], ancestorsOf) <= maxRows) before.push(candidate);
  }
  // A topic isn't next if it also needs another one that this topic opens.
  const next = opens.filter((other) => !opens.some((between) => ancestorsOf(other).has(between)));
  const shown = next.slice(0, maxAbreast);
  const ids = [...before, id, ...shown];
  return { ids, edges: immediateEdges(ids, ancestorsOf), left: opens.length - shown.length };
}

/** Prerequisites of some topics that aren't among them, the most needed first. */
function stepFurther(ids: readonly string[], prerequisitesOf: Relations['prerequisitesOf']): readonly string[] {
  const others = ids.flatMap(prerequisitesOf).filter((needed) => !ids.includes(needed));
  const groups = Map.groupBy(others, (needed) => needed);
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length).map(([needed]) => needed);
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
