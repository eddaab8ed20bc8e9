import { findCycle } from '#domain/graph.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const prerequisiteCycle: Rule = {
  code: 'R003',
  title: 'Prerequisites have no cycle.',
  check: ({ topic }) => {
    const nodes = topic.map(({ id, data }) => ({
      id,
      prerequisites: data.status === 'published' ? data.prerequisites.map((edge) => edge.topic).filter((to) => to !== id) : [],
    }));
    const cycle = findCycle(nodes);
    const entry = topic.find(({ id }) => id === cycle?.[0]);
    if (!cycle || !entry) return [];
    const message = `These topics need each other: ${cycle.join(' needs ')}.`;
    return [fieldIssue(entry, ['prerequisites'], { code: 'R003', message, fix: 'Take out the edge that matters least.' })];
  },
};
