import { stem } from '#lib/text/stem.ts';
import type { SearchDocument } from './document.ts';
import { type Evidence, type Known, noEvidence } from './evidence.ts';
import type { Hit } from './hit.ts';
import type { Query, Slot } from './rewrite.ts';
import { termOf } from './search-terms.ts';
import { sum } from './sum.ts';

/** How much each sign speaks for a subject of the site, fitted to searches of visitors and to foreign ones (record 23). */
const weights = {
  /** What speaks against a query of which nothing is known. */
  nothing: -6.7,
  familiarity: 0.69,
  likeness: 4.1,
  /** What the words tell of the first page, by slots. */
  words: 1.2,
  correction: -2.7,
};
/** How many searches a name counts as. */
const searchesPerName = 2;
/** So many more searches of the site were known than foreign ones when the weights were fitted, in nats. */
const moreKnown = 1.12;
/** What is added to counts, so that one search decides little. */
const leastOurs = 1;
const leastForeign = 0.3;

/**
 * Whether a query that no page has all of is about something that the site does not have: its words are those of foreign
 * searches, no search of the site is like it, or its words tell of no page. A corrected word may be a right one elsewhere.
 */
export function isForeignSubject(
  query: Query,
  known: Known,
  { hits, evidence }: { hits: readonly Hit[]; evidence: ReadonlyMap<SearchDocument, Evidence> },
): boolean {
  const first = hits[0] && evidence.get(hits[0].document);
  const likeness = Math.max(0, ...[...evidence.values()].map((each) => each.likeness));
  const words = (first ?? noEvidence).words / Math.max(1, query.slots.length);
  const familiarity = query.slots.reduce((sum, slot) => sum + familiarityOf(slot, known), 0);
  const belief =
    weights.nothing +
    weights.familiarity * familiarity +
    weights.likeness * likeness +
    weights.words * words +
    weights.correction * query.corrections.length;
  return belief < 0;
}

/** How much more often the site's searches and names have a slot than foreign searches, in nats. */
function familiarityOf({ same }: Slot, { index, searches }: Known): number {
  const words = same.flat();
  const most = (countOf: (word: string) => number) => Math.max(0, ...words.map(countOf));
  const searched = most((word) => sum(searches.countsOf(termOf(word)).values()));
  const ours = searched + searchesPerName * most((word) => index.countOf(stem(word)));
  const foreign = most((word) => searches.foreignCountOf(termOf(word)));
  return Math.log((ours + leastOurs) / (foreign + leastForeign)) - moreKnown;
}
