import { fieldIssue, type Rule } from './rule.ts';

const primary = new Set(['specification', 'manual', 'paper']);

export const resourcePrimary: Rule = {
  code: 'R009',
  title: 'A topic lists at least one primary source: a specification, an official manual or a paper.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.status === 'draft' || entry.data.resources.some(({ kind }) => primary.has(kind))) return [];
      const message = 'None of the resources is a specification, a manual or a paper.';
      return [
        fieldIssue(entry, ['resources'], { code: 'R009', message, fix: 'Add the document that defines the matter.' }),
      ];
    }),
};
