import { bodyIssue, isDraft, type Rule } from './rule.ts';

export const practice: Rule = {
  code: 'B006',
  title: 'The practice of a topic says when it is done.',
  check: ({ topic }) =>
    topic
      .filter((entry) => !isDraft(entry))
      .flatMap((entry) => {
        const { headings, passages } = entry.body;
        const section = headings.find(({ depth, text }) => depth === 2 && text === 'Practice');
        // A missing section is reported by B001.
        if (!section || passages.some((passage) => passage.section === 'Practice' && passage.text === 'Done when:'))
          return [];
        const message = 'The section "Practice" has no line "Done when:".';
        return [
          bodyIssue(entry, section.line, {
            code: 'B006',
            message,
            fix: 'Add it, and behind it a list of criteria that can be tested.',
          }),
        ];
      }),
};
