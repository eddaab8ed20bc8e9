import type { Mark, Marks, State } from '#features/progress/index.ts';

/** Marks by their topics: a state, or a state and when it was set. */
export const marksOf = (marks: Readonly<Record<string, State | readonly [Mark['state'], number]>>): Marks =>
  new Map(
    Object.entries(marks).map(([id, mark]): [string, Mark] => {
      const [state, at] = typeof mark === 'string' ? [mark, 9] : mark;
      return [id, { state, at }];
    }),
  );
