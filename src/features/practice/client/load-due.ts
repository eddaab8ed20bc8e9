import { scriptPart } from '#lib/browser/script-part.ts';
import type { Card } from '../card.ts';
import type { Due } from '../due.ts';
import type { Histories } from '../review.ts';
import { loadJson } from './load.ts';
import { momentNow } from './practice-store.ts';

const counting = scriptPart(() => import('../due.ts'));

/** Loads the cards and counts those that wait for a review. `base`: the site's folder, with a slash at both ends. */
export async function loadDue(base: string, histories: Histories): Promise<Due> {
  // Only ids of checks have a slash. Their file is the larger one, and says nothing to readers who met none.
  const hasChecks = [...histories.keys()].some((id) => id.includes('/'));
  const [due, ...lists] = await Promise.all([
    counting.load(),
    ...['cards', ...(hasChecks ? ['checks'] : [])].map((name) =>
      loadJson<readonly Card[]>(`${base}practice/${name}.json`),
    ),
  ]);
  if (!due) throw new Error('What counts the cards could not be loaded.');
  return due.dueByTopic(lists.flat(), histories, momentNow());
}
