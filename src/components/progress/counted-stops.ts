import type { TopicRef } from '#curriculum/curriculum.ts';

/** Written stops with their middle hours, as `line-progress` reads them: `indexing:6.5 jwt:4`. */
export function countedStops(topics: readonly TopicRef[]): string {
  return topics.flatMap(({ id, hours }) => (hours ? [`${id}:${(hours.min + hours.max) / 2}`] : [])).join(' ');
}
