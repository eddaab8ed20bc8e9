import { entriesOf } from '../corpus.ts';
import { addressOf } from '../url.ts';
import { memoize } from './memoize.ts';

/** An id that a page had before. */
export interface Rename {
  readonly kind: ReturnType<typeof entriesOf>[number]['kind'];
  readonly former: string;
  readonly present: string;
  readonly formerAddress: string;
  readonly presentAddress: string;
}

/** Every former id with the page that has it now. */
export const renames = memoize(({ corpus }): readonly Rename[] =>
  entriesOf(corpus).flatMap(({ kind, id, data }) =>
    ('formerIds' in data ? data.formerIds : []).map((former) => ({
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
