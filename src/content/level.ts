/** The four levels, the easiest first. */
export const levels = ['beginner', 'intermediate', 'advanced', 'expert'] as const;

export type Level = (typeof levels)[number];

/** Sorts by level, then by title. */
export function byLevel<T>(levelOf: (item: T) => Level, titleOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b)) || titleOf(a).localeCompare(titleOf(b));
}
