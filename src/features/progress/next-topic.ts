import { isSettled, type Marks, stateOf } from './progress.ts';

/** A topic in the order of a roadmap. */
export interface OrderedTopic {
  readonly id: string;
  /** Whether the roadmap needs it; others are recommended or optional. */
  readonly isRequired: boolean;
}

/** The topic to go on with, by one rule for all pages: one that is under way, or else the next one behind the last mark. */
export function nextTopic<T extends OrderedTopic>(order: readonly T[], marks: Marks): T | undefined {
  const underWay = order.find(({ id }) => stateOf(marks, id) === 'learning');
  const ids = order.map(({ id }) => id);
  return underWay ?? topicAfter(order, { marks, topic: lastMarked(ids, marks) });
}

/** The next open topic behind another one, then from the start; the required ones before those that are recommended. */
export function topicAfter<T extends OrderedTopic>(
  order: readonly T[],
  { marks, topic }: { readonly marks: Marks; readonly topic: string | undefined },
): T | undefined {
  const here = order.findIndex(({ id }) => id === topic);
  const ahead = [...order.slice(here + 1), ...order.slice(0, Math.max(0, here))];
  const open = ahead.filter(({ id }) => !isSettled(stateOf(marks, id)));
  return open.find(({ isRequired }) => isRequired) ?? open[0];
}

/** The topic that was marked last and is not taken back. */
export function lastMarked(topics: Iterable<string>, marks: Marks): string | undefined {
  const set = [...topics].flatMap((id) => {
    const mark = marks.get(id);
    return mark && mark.state !== 'none' ? { id, at: mark.at } : [];
  });
  return set.toSorted((a, b) => b.at - a.at)[0]?.id;
}

/**
 * Whether someone goes on with the first steps of a roadmap: while some are left, unless they began with its topics.
 * @param learned how many topics of the roadmap are learned.
 */
export function isOnFirstSteps({ passed, total, learned }: Record<'passed' | 'total' | 'learned', number>): boolean {
  return passed < total && (passed > 0 || learned === 0);
}
