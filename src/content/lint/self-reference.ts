import { entriesOf } from '../corpus.ts';
import { referencesOf } from '../references.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const selfReference: Rule = {
  code: 'R002',
  title: 'No page names itself.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      referencesOf(entry)
        .filter(({ kind, id }) => kind === entry.kind && id === entry.id)
        .map(({ field }) =>
          fieldIssue(entry, field, { code: 'R002', message: `"${entry.id}" names itself.`, fix: 'Take it out.' }),
        ),
    ),
};
