import { entriesOf } from '../corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const duplicateTitle: Rule = {
  code: 'R004',
  title: 'Every title is unique over the site.',
  check: (corpus) => {
    const first = new Map<string, string>();
    return entriesOf(corpus).flatMap((entry) => {
      const title = entry.data.title.toLowerCase();
      const other = first.get(title);
      if (other === undefined) first.set(title, entry.path);
      if (other === undefined) return [];
      const message = `"${entry.data.title}" is also the title of ${other}.`;
      return [fieldIssue(entry, ['title'], { code: 'R004', message, fix: 'Say what sets this page apart.' })];
    });
  },
};
