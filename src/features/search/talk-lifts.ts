import { talkOf } from './search-terms.ts';
import { sum } from './sum.ts';
import { liftStep, type Search } from './word-index.ts';

/** In fewer searches a word of talk tells nothing. */
const fewestOfTalk = 3;

/** For each word of talk, how much more often than others the searches for a document have it, in steps; 0 or less for no more. */
export function measureTalk(
  searches: readonly Search[],
  placeOf: ReadonlyMap<string, number>,
): readonly (readonly [talk: string, lifts: ReadonlyMap<number, number>])[] {
  const counts = new Map<string, Map<number, number>>();
  const totals = new Map<number, number>();
  for (const { text, addresses } of searches)
    for (const place of addresses.flatMap((address) => placeOf.get(address) ?? [])) {
      totals.set(place, (totals.get(place) ?? 0) + 1);
      for (const talk of talkOf(text)) {
        const found = counts.get(talk) ?? new Map<number, number>();
        counts.set(talk, found.set(place, (found.get(place) ?? 0) + 1));
      }
    }
  const all = sum(totals.values());
  return [...counts]
    .filter(([, places]) => sum(places.values()) >= fewestOfTalk)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([talk, places]) => {
      const share = sum(places.values()) / all;
      const lifts = [...places].map(([place, count]) => {
        const lift = liftOf(count, share * (totals.get(place) ?? 0));
        return [place, Math.round(lift / liftStep)] as const;
      });
      return [talk, new Map(lifts)] as const;
    });
}

/** How much more often than expected, in nats, held back where there are few searches to tell by. */
function liftOf(count: number, expected: number): number {
  return Math.log((count + 0.5 * expected + 0.2) / (1.5 * expected + 0.2));
}
