import { topicRenames } from '#lib/browser/renames.ts';
import { StoredState } from '#lib/browser/stored-state.ts';
import { type Marks, mergeMarks, renameMarks, type State, withMark } from '../progress.ts';
import { marksFormat } from '../progress-file.ts';

/** The marks of the reader, shared by all tabs. */
export const progress = new StoredState<Marks>({
  key: 'wayline:progress',
  empty: new Map(),
  serialize: marksFormat.serialize,
  parse: (text) => {
    const parsed = marksFormat.parse(text);
    return parsed.ok ? { ...parsed, value: renameMarks(parsed.value, topicRenames()) } : parsed;
  },
  merge: mergeMarks,
});

/** Marks a topic. The mark is kept for this visit in any case, and stored unless the browser refuses. */
export function markTopic(topicId: string, state: State | 'none'): Promise<void> {
  const now = Date.now();
  return progress.change((marks) =>
    withMark(marks, topicId, { state, at: Math.max(now, (marks.get(topicId)?.at ?? 0) + 1) }),
  );
}

/** Merges marks from elsewhere into the reader's, item by item; the newer one wins. */
export function importMarks(others: Marks): Promise<void> {
  return progress.change((marks) => mergeMarks(marks, renameMarks(others, topicRenames())));
}
