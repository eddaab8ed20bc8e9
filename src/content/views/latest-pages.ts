import { entriesOf } from '../corpus.ts';
import { addressOf } from '../url.ts';
import { getContent } from './site-content.ts';

const maxItems = 60;

/** The pages that were written or reviewed last, the newest first, then by address. */
export function latestPages() {
  return entriesOf(getContent().corpus)
    .map(({ kind, id, data: { title, summary, reviewed } }) => ({
      title,
      summary,
      address: addressOf(kind, id),
      reviewed,
    }))
    .toSorted((a, b) => b.reviewed.localeCompare(a.reviewed) || a.address.localeCompare(b.address))
    .slice(0, maxItems);
}
