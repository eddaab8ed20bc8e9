import type { Corpus } from '#content/corpus.ts';

/** The roadmaps whose topics are rewritten first, in this order. */
const roadmapIds = ['beginner', 'backend', 'nodejs', 'python', 'java', 'go', 'php', 'rust', 'aspnet-core'];

/** The topics of Part A of the second edition, in the order in which readers meet them. */
export function partA({ roadmap }: Corpus): ReadonlySet<string> {
  const phases = roadmapIds.flatMap((id) => roadmap.find((entry) => entry.id === id)?.data.phases ?? []);
  return new Set(phases.flatMap(({ stops }) => stops.map(({ topic }) => topic)));
}
