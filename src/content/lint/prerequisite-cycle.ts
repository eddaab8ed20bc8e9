import type { Entry } from '../corpus.ts';
import { findCycle, type GraphNode } from '../graph.ts';
import type { Issue } from '../issue.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const prerequisiteCycle: Rule = {
  code: 'R003',
  title: 'Prerequisites have no cycle.',
  check: ({ topic }) => {
    let nodes: readonly GraphNode[] = topic.map(({ id, data }) => ({
      id,
      prerequisites:
        data.status === 'published' ? data.prerequisites.map((edge) => edge.topic).filter((to) => to !== id) : [],
    }));
    const issues: Issue[] = [];
    for (let cycle = findCycle(nodes); cycle; cycle = findCycle(nodes)) {
      const onCycle = new Set(cycle);
      const entry = topic.find(({ id }) => id === cycle?.[0]) as Entry<'topic'>;
      const message = `These topics need each other: ${cycle.join(' needs ')}.`;
      issues.push(
        fieldIssue(entry, ['prerequisites'], { code: 'R003', message, fix: 'Take out the edge that matters least.' }),
      );
      nodes = nodes.filter(({ id }) => !onCycle.has(id));
    }
    return issues;
  },
};
