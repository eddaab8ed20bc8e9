import { isLearned, type Marks, type State, stateOf } from './progress.ts';

/** both: each of the two knows the topic; mine and theirs: one alone does; open: one is at it or has skipped it, none knows it. */
export const shares = ['both', 'mine', 'theirs', 'open'] as const;

export type Share = (typeof shares)[number];

/** A topic that at least one of two readers has marked. */
export interface ComparedTopic {
  readonly id: string;
  readonly share: Share;
  readonly mine: State | 'none';
  readonly theirs: State | 'none';
}

/** Compares two readers topic by topic, in the order given; topics that neither has marked are left out. */
export function compareMarks(mine: Marks, theirs: Marks, topics: readonly string[]): readonly ComparedTopic[] {
  return topics.flatMap((id) => {
    const [own, other] = [stateOf(mine, id), stateOf(theirs, id)];
    if (own === 'none' && other === 'none') return [];
    return [{ id, share: shareOf(isLearned(own), isLearned(other)), mine: own, theirs: other }];
  });
}

function shareOf(isMine: boolean, isTheirs: boolean): Share {
  if (isMine && isTheirs) return 'both';
  if (isMine) return 'mine';
  return isTheirs ? 'theirs' : 'open';
}

/** How many topics of each share there are. */
export function countShares(topics: readonly ComparedTopic[]): Readonly<Record<Share, number>> {
  const count = (share: Share) => topics.filter((topic) => topic.share === share).length;
  return { both: count('both'), mine: count('mine'), theirs: count('theirs'), open: count('open') };
}
