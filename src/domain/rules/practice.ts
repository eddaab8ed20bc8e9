import { bodyIssue, isDraft, type Rule } from './rule.ts';

export const practice: Rule = {
  code: 'B006',
  title: 'The practice of a topic says when it is done.',
  check: ({ topic }) =>
    topic
      .filter((entry) => !isDraft(entry))
      .filter(({ body }) => !body.passages.some(({ section, text }) => section === 'Practice' && text === 'Done when:'))
      .map((entry) =>
        bodyIssue(entry, 0, {
          code: 'B006',
          message: 'The section "Practice" has no line "Done when:".',
          fix: 'Add it, and behind it a list of criteria that can be tested.',
        }),
      ),
};
