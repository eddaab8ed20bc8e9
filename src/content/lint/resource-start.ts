import { fieldIssue, type Rule } from './rule.ts';

export const resourceStart: Rule = {
  code: 'R008',
  title: 'Exactly one resource of a topic is marked as the place to start.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.status === 'draft') return [];
      const marked = entry.data.resources.filter((resource) => resource.start).length;
      if (marked === 1) return [];
      const message =
        marked === 0 ? 'No resource is marked `start: true`.' : `${marked} resources are marked \`start: true\`.`;
      return [fieldIssue(entry, ['resources'], { code: 'R008', message, fix: 'Mark the one to read first.' })];
    }),
};
