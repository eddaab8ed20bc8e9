import { entriesOf } from '../corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const reviewInFuture: Rule = {
  code: 'R012',
  title: 'No review and no change is dated in the future.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const dates: { date: string; field: (string | number)[] }[] = [];
      if ('reviewed' in entry.data) dates.push({ date: entry.data.reviewed, field: ['reviewed'] });
      if ('changes' in entry.data) {
        entry.data.changes.forEach(({ date }, index) => {
          dates.push({ date, field: ['changes', index, 'date'] });
        });
      }
      return dates
        .filter(({ date }) => date > corpus.today)
        .map(({ date, field }) =>
          fieldIssue(entry, field, {
            code: 'R012',
            message: `${date} is after today, ${corpus.today}.`,
            fix: 'Write the day it was done.',
          }),
        );
    }),
};
