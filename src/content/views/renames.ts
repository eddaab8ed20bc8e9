import { entriesOf } from '../corpus.ts';
import { addressOf } from '../url.ts';
import { memoize } from './memoize.ts';

/** Every id that a page had before, with the page that has it now. */
export const renames = memoize(({ corpus }) =>
  entriesOf(corpus).flatMap(({ kind, id, data }) =>
    data.formerIds.map((former) => ({
      kind,
      former,
      present: id,
      formerAddress: addressOf(kind, former),
      presentAddress: addressOf(kind, id),
    })),
  ),
);

/** Former topic ids for the progress of readers, as `old:new` pairs. */
export const topicRenames = memoize(() =>
  renames()
    .filter(({ kind }) => kind === 'topic')
    .map(({ former, present }) => `${former}:${present}`)
    .join(' '),
);
