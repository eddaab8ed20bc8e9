import type { Marks } from '#domain/progress/progress.ts';

/** Topics that a reader need not study any more: done, known well enough to be reviewed, or skipped on purpose. */
export function settledTopics(marks: Marks): ReadonlySet<string> {
  return new Set([...marks].flatMap(([id, { state }]) => (state === 'none' || state === 'learning' ? [] : [id])));
}
