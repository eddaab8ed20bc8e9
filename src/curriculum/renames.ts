import { entriesOf } from '#domain/corpus.ts';
import { addressOf } from '#domain/href.ts';
import { getCurriculum } from './curriculum.ts';

/** An id that a page had before. */
export interface Rename {
  readonly kind: ReturnType<typeof entriesOf>[number]['kind'];
  readonly former: string;
  readonly present: string;
  readonly formerAddress: string;
  readonly presentAddress: string;
}

/** Every former id with the page that has it now. */
export function renames(): readonly Rename[] {
  return entriesOf(getCurriculum().corpus).flatMap(({ kind, id, data }) =>
    ('formerIds' in data ? data.formerIds : []).map((former) => ({
      kind,
      former,
      present: id,
      formerAddress: addressOf(kind, former),
      presentAddress: addressOf(kind, id),
    })),
  );
}

/** Former topic ids for the progress of readers, as `old:new` pairs. */
export function topicRenames(): string {
  return renames()
    .filter(({ kind }) => kind === 'topic')
    .map(({ former, present }) => `${former}:${present}`)
    .join(' ');
}
