import { fieldIssue, type Rule } from './rule.ts';

export const questionWithoutTopic: Rule = {
  code: 'R007',
  title: 'A question’s main topic is published, so that a reader can learn the answer.',
  check: ({ question, topic }) => {
    const drafts = new Set(topic.filter(({ data }) => data.status === 'draft').map(({ id }) => id));
    return question
      .filter(({ data }) => drafts.has(data.topics[0] ?? ''))
      .map((entry) =>
        fieldIssue(entry, ['topics', 0], {
          code: 'R007',
          message: `"${entry.data.topics[0]}" is a draft.`,
          fix: 'Name a published topic first, or write the topic.',
        }),
      );
  },
};
