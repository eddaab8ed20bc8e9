import { getCurriculum } from './curriculum.ts';

/** A topic as the progress page's script needs it. */
export interface ProgressTopic {
  readonly id: string;
  /** From content/ids.lock; a topic that took over another's id has both numbers. */
  readonly number: number;
  readonly title: string;
  readonly address: string;
}

/** All published topics with their permanent numbers, in the order of the numbers. */
export function progressTopics(): readonly ProgressTopic[] {
  const { corpus, topic } = getCurriculum();
  const present = new Map(
    corpus.topic.flatMap(({ id, data }) =>
      data.status === 'published' ? [id, ...data.formerIds].map((former): [string, string] => [former, id]) : [],
    ),
  );
  return corpus.locked
    .filter(({ kind, id }) => kind === 'topic' && present.has(id))
    .map(({ id, number }) => {
      const ref = topic(present.get(id) ?? id);
      return { id: ref.id, number, title: ref.title, address: ref.address ?? '' };
    })
    .toSorted((a, b) => a.number - b.number);
}
