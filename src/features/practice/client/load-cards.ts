import { labWork } from '#features/labs/client/index.ts';
import { passedLabs } from '#features/labs/index.ts';
import { loadJson } from '#lib/browser/load-json.ts';
import { type Card, fileOf } from '../card.ts';
import { type Due, dueToday } from '../due.ts';
import type { CardSet, Prerequisites } from '../known.ts';
import { momentNow, practice } from './practice-store.ts';

type File = ReturnType<typeof fileOf>;

/**
 * Loads the wanted files of cards, and those with cards that the reader has met.
 * @param base the site's folder, with a slash at both ends.
 */
export async function loadCards(base: string, wanted: readonly File[] = []): Promise<CardSet> {
  const met = [...practice.value.histories.keys()].map(fileOf);
  const files = new Set<File>([...wanted, ...met, ...(passedLabs(labWork.value).size > 0 ? (['labs'] as const) : [])]);
  const order = (['cards', 'checks', 'predictions', 'labs'] as const).filter((file) => files.has(file));
  const [prerequisites, ...lists] = await Promise.all([
    order.length > 0 ? loadJson<Prerequisites>(`${base}practice/prerequisites.json`) : {},
    ...order.map((file) => loadJson<readonly Card[]>(`${base}practice/${file}.json`)),
  ]);
  return { cards: lists.flat(), prerequisites };
}

/** Loads the cards and counts what is due today: the one count for every page that shows it. */
export async function loadDue(base: string): Promise<Due> {
  return dueToday(await loadCards(base), { ...practice.value, labs: labWork.value, now: momentNow() });
}
