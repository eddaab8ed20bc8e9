import { fieldIssue, type Rule } from './rule.ts';

export const relatedTwice: Rule = {
  code: 'R023',
  title: 'A related topic is not a prerequisite too, and no edge stands twice.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.status === 'draft') return [];
      const before = entry.data.prerequisites.map((edge) => edge.topic);
      const seen = new Set<string>();
      const edges = [
        ...before.map((id, index) => ({ id, field: ['prerequisites', index] as const })),
        ...entry.data.related.map((id, index) => ({ id, field: ['related', index] as const })),
      ];
      return edges.flatMap(({ id, field }) => {
        const isRepeated = seen.has(id);
        seen.add(id);
        return isRepeated
          ? [
              fieldIssue(entry, field, {
                code: 'R023',
                message: `"${id}" is named twice.`,
                fix: 'Keep one; a prerequisite goes before a related topic.',
              }),
            ]
          : [];
      });
    }),
};
