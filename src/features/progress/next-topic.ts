import { isSettled, type Marks, stateOf } from './progress.ts';

/** A topic in the order of a roadmap. */
export interface OrderedTopic {
  readonly id: string;
  /** Whether the roadmap requires it; other topics are recommended or optional. */
  readonly isRequired: boolean;
}

/** The topic to continue with, by the same rule on all pages: one in progress, or else the next one after the last mark. */
export function nextTopic<T extends OrderedTopic>(order: readonly T[], marks: Marks): T | undefined {
  const underWay = order.find(({ id }) => stateOf(marks, id) === 'learning');
  const ids = order.map(({ id }) => id);
  return underWay ?? topicAfter(order, { marks, topic: lastMarked(ids, marks) });
}

/** The next open topic after another one, then from the start; required topics come before recommended ones. */
export function topicAfter<T extends OrderedTopic>(
  order: readonly T[],
  { marks, topic }: { readonly marks: Marks; readonly topic: string | undefined },
): T | undefined {
  const here = order.findIndex(({ id }) => id === topic);
  const ahead = [...order.slice(here + 1), ...order.slice(0, Math.max(0, here))];
  const open = ahead.filter(({ id }) => !isSettled(stateOf(marks, id)));
  return open.find(({ isRequired }) => isRequired) ?? open[0];
}

/** The topic that was marked last, leaving out marks taken back. */
export function lastMarked(topics: Iterable<string>, marks: Marks): string | undefined {
  const set = [...topics].flatMap((id) => {
    const mark = marks.get(id);
    return mark && mark.state !== 'none' ? { id, at: mark.at } : [];
  });
  return set.toSorted((a, b) => b.at - a.at)[0]?.id;
}

/**
 * Whether someone should continue with the first steps: some are left, and they didn't start with the topics instead.
 * @param learned how many topics of the roadmap are learned.
 */
export function isOnFirstSteps({ passed, total, learned }: Record<'passed' | 'total' | 'learned', number>): boolean {
  return passed < total && (passed > 0 || learned === 0);
}
