/** A topic as the placement knows it. */
export interface PlacedTopic {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

/** The graph in the form that is quick to walk: numbers instead of ids. */
export interface Graph {
  readonly ids: readonly string[];
  /** For each way and each stop on it: 1 at the numbers of all topics up to there and of everything that they need. */
  readonly ways: readonly (readonly Uint8Array[])[];
}

/** Numbers the topics and adds up what lies behind every stop. Ids that are no topics are passed over. */
export function graphOf(topics: readonly PlacedTopic[], ways: readonly (readonly string[])[]): Graph {
  const byId = new Map(topics.map((topic, number) => [topic.id, { ...topic, number }]));
  return {
    ids: topics.map(({ id }) => id),
    ways: ways.map((way) => stopsOf(way, byId)).filter((stops) => stops.length > 0),
  };
}

function stopsOf(
  way: readonly string[],
  byId: ReadonlyMap<string, PlacedTopic & { readonly number: number }>,
): readonly Uint8Array[] {
  const behind = new Uint8Array(byId.size);
  const learn = (id: string): void => {
    const topic = byId.get(id);
    if (!topic || behind[topic.number] === 1) return;
    behind[topic.number] = 1;
    topic.prerequisites.forEach(learn);
  };
  return way
    .filter((id) => byId.has(id))
    .map((id) => {
      learn(id);
      return behind.slice();
    });
}
