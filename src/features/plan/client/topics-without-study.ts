import { isSettled, type Marks } from '#features/progress/index.ts';

/** Topics that a reader need not study any more. */
export function topicsWithoutStudy(marks: Marks): ReadonlySet<string> {
  return new Set([...marks].flatMap(([id, { state }]) => (isSettled(state) ? [id] : [])));
}
