import { combineOrders } from './travel-order.ts';
import type { ChosenLine, ChosenNetwork, NetworkInput, NetworkTopic } from './types.ts';

/** A line shorter than this does not read as a line. */
const FEWEST_STOPS = 3;
/** A small network shows at most this many stops for each line. */
const OWN_SHARE = 5;

/** A line's topics without repeats, and those of them that the map draws. */
interface Draft {
  readonly topics: readonly string[];
  readonly drawn: Set<string>;
}

/**
 * Chooses the topics that the map shows: those on the most lines first, then own stops of the lines that would
 * otherwise be short. The drawn stops of all lines fit one common order of at most `columns` places, so no line
 * ever turns back; where a line's order contradicts the others', the line rides past the stop.
 */
export function chooseStops(input: NetworkInput, columns = 11): ChosenNetwork {
  const known = new Map(input.topics.map((topic) => [topic.id, topic]));
  const drafts = input.lines.map(
    (line): Draft => ({ topics: [...new Set(line.stops)].filter((id) => known.has(id)), drawn: new Set() }),
  );
  const ranked = rankTopics(drafts);
  chooseShared(drafts, { ranked, limit: input.limits.interchanges, columns });
  for (const draft of drafts) connectLine(draft, { drafts, ranked, columns });
  for (const draft of drafts) lengthenLine(draft, { drafts, columns });
  chooseOwn(drafts, { limit: input.limits.interchanges, columns });
  return describeChoice(input, { drafts, known });
}

/** Topics on the most lines first; ties by where they come on average, then by id. */
function rankTopics(drafts: readonly Draft[]): string[] {
  const places = new Map<string, number[]>();
  for (const { topics } of drafts) {
    for (const [index, id] of topics.entries()) {
      places.set(id, [...(places.get(id) ?? []), index / Math.max(1, topics.length - 1)]);
    }
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...places]
    .map(([id, values]) => ({ id, count: values.length, place: mean(values) }))
    .sort((a, b) => b.count - a.count || a.place - b.place || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

function chooseShared(
  drafts: readonly Draft[],
  { ranked, limit, columns }: { readonly ranked: readonly string[]; readonly limit: number; readonly columns: number },
): void {
  for (const id of ranked) {
    const missing = drafts.reduce((sum, draft) => sum + Math.max(0, FEWEST_STOPS - draft.drawn.size), 0);
    if (countDrawn(drafts) + missing / 2 >= limit) return;
    const served = drafts.filter((draft) => draft.topics.includes(id));
    const agreeing = findAgreeing(served, { id, drafts, columns });
    // A stop that most of its lines ride past would mislead.
    if (agreeing.length < 2 || agreeing.length * 3 < served.length * 2) continue;
    for (const draft of agreeing) draft.drawn.add(id);
  }
}

function countDrawn(drafts: readonly Draft[]): number {
  return new Set(drafts.flatMap((draft) => [...draft.drawn])).size;
}

/**
 * The lines that can call at a topic together. Two lines disagree when the topic's successor on one leads to its
 * predecessor on the other, or when the ride through both would need more than `columns` places.
 */
function findAgreeing(
  served: readonly Draft[],
  { id, drafts, columns }: { readonly id: string; readonly drafts: readonly Draft[]; readonly columns: number },
): Draft[] {
  const order = combineOrders(drafts.map(drawnStops));
  const around = served.map((draft) => findNeighbors(draft, id));
  const disagree = (a: number, b: number): boolean => {
    const from = around[a]?.before;
    const to = around[b]?.after;
    const length = (from ? (order.before.get(from) ?? 0) : 0) + 1 + (to ? (order.after.get(to) ?? 0) : 0);
    return length > columns || (from !== undefined && to !== undefined && order.reaches(to, from));
  };
  let kept = served.map((_, index) => index);
  for (;;) {
    const conflicts = kept.map((a) => kept.filter((b) => disagree(a, b) || disagree(b, a)).length);
    const worst = Math.max(0, ...conflicts);
    if (worst === 0) return kept.flatMap((index) => served[index] ?? []);
    const dropped = conflicts.lastIndexOf(worst);
    kept = kept.filter((_, index) => index !== dropped);
  }
}

function drawnStops(draft: Draft): string[] {
  return draft.topics.filter((id) => draft.drawn.has(id));
}

function findNeighbors(draft: Draft, id: string): { before: string | undefined; after: string | undefined } {
  const place = draft.topics.indexOf(id);
  return {
    before: draft.topics.findLast((other, index) => index < place && draft.drawn.has(other)),
    after: draft.topics.find((other, index) => index > place && draft.drawn.has(other)),
  };
}

/** Gives a line that meets no other one interchange, even if most other lines ride past it. */
function connectLine(
  draft: Draft,
  {
    drafts,
    ranked,
    columns,
  }: { readonly drafts: readonly Draft[]; readonly ranked: readonly string[]; readonly columns: number },
): void {
  const others = drafts.filter((other) => other !== draft);
  if ([...draft.drawn].some((id) => others.some((other) => other.drawn.has(id)))) return;
  for (const id of ranked.filter((topic) => draft.topics.includes(topic))) {
    const agreeing = findAgreeing(
      drafts.filter((other) => other.topics.includes(id)),
      { id, drafts, columns },
    );
    if (agreeing.length < 2 || !agreeing.includes(draft) || drafts.some((other) => other.drawn.has(id))) continue;
    for (const member of agreeing) member.drawn.add(id);
    return;
  }
}

/** Adds own stops until the line has enough: its ends first, topics of other lines last. */
function lengthenLine(
  draft: Draft,
  { drafts, columns }: { readonly drafts: readonly Draft[]; readonly columns: number },
): void {
  const lines = (id: string) => drafts.filter((other) => other.topics.includes(id)).length;
  const ends = [draft.topics[0], draft.topics.at(-1)];
  const candidates = draft.topics
    .filter((id) => !drafts.some((other) => other.drawn.has(id)))
    .sort((a, b) => lines(a) - lines(b) || Number(ends.includes(b)) - Number(ends.includes(a)));
  // One more column is better than a line without stops.
  for (const room of [columns, columns + 1, Number.POSITIVE_INFINITY]) {
    for (const id of candidates) {
      if (draft.drawn.size >= FEWEST_STOPS) return;
      if (!draft.drawn.has(id) && findAgreeing([draft], { id, drafts, columns: room }).length > 0) draft.drawn.add(id);
    }
  }
}

/** With places left, gives the shortest lines stops of their own: first and last ones, then in their longest gaps. */
function chooseOwn(
  drafts: readonly Draft[],
  { limit, columns }: { readonly limit: number; readonly columns: number },
): void {
  const most = Math.min(limit, drafts.length * OWN_SHARE);
  const isOwn = (id: string) => drafts.filter((other) => other.topics.includes(id)).length === 1;
  const waiting = drafts.map((draft) => ({
    draft,
    topics: draft.topics.filter((id) => isOwn(id) && !draft.drawn.has(id)),
  }));
  while (countDrawn(drafts) < most) {
    const open = waiting.filter(({ topics }) => topics.length > 0);
    const [shortest] = open.sort((a, b) => a.draft.drawn.size - b.draft.drawn.size);
    if (!shortest) return;
    const { draft, topics } = shortest;
    const [id = ''] = topics.sort((a, b) => measureGap(draft, b) - measureGap(draft, a));
    topics.shift();
    if (findAgreeing([draft], { id, drafts, columns }).length > 0) draft.drawn.add(id);
  }
}

/** How far a topic is from the next drawn stop of its line; ends of the line count as farther than any. */
function measureGap({ topics, drawn }: Draft, id: string): number {
  const place = topics.indexOf(id);
  if (place === 0) return 2 * topics.length;
  if (place === topics.length - 1) return topics.length;
  return Math.min(...[...drawn].map((other) => Math.abs(topics.indexOf(other) - place)));
}

function describeChoice(
  input: NetworkInput,
  { drafts, known }: { readonly drafts: readonly Draft[]; readonly known: ReadonlyMap<string, NetworkTopic> },
): ChosenNetwork {
  const shown = new Set(drafts.flatMap((draft) => [...draft.drawn]));
  const lines = input.lines.map((line, index): ChosenLine => {
    const { topics, drawn } = drafts[index] ?? { topics: [], drawn: new Set<string>() };
    return {
      ...line,
      stops: topics.filter((id) => drawn.has(id)),
      passes: topics.filter((id) => shown.has(id) && !drawn.has(id)),
    };
  });
  const stops = [...shown].sort().flatMap((id) => {
    const topic = known.get(id);
    if (!topic) return [];
    return {
      ...topic,
      lines: lines.filter((line) => line.stops.includes(id)).map((line) => line.id),
      alsoOn: lines.filter((line) => line.passes.includes(id)).map((line) => line.id),
    };
  });
  return { lines, stops };
}
