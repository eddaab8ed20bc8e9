import { entriesOf } from '../corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

export const imageText: Rule = {
  code: 'B010',
  title: 'An image has an alternative text.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.images
        .filter(({ text }) => text.trim() === '')
        .map(({ url, line }) =>
          bodyIssue(entry, line, {
            code: 'B010',
            message: `${url} has no alternative text.`,
            fix: 'Write what the image says: `![…](…)`.',
          }),
        ),
    ),
};
