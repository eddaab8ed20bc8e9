import { entriesOf } from '../corpus.ts';
import { fieldIssue, isDraft, type Rule } from './rule.ts';

export const unlockedId: Rule = {
  code: 'R013',
  title: 'Every published id stands in content/ids.lock.',
  check: (corpus) => {
    const locked = new Set(corpus.locked.map(({ kind, id }) => `${kind} ${id}`));
    return entriesOf(corpus)
      .filter((entry) => !isDraft(entry) && !locked.has(`${entry.kind} ${entry.id}`))
      .map((entry) =>
        fieldIssue(entry, ['title'], {
          code: 'R013',
          message: `"${entry.id}" is not in content/ids.lock.`,
          fix: 'Run `npm run lock:ids` and commit the file.',
        }),
      );
  },
};
