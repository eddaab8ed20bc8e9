import { entriesOf } from '../corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const formerIdTaken: Rule = {
  code: 'R015',
  title: 'A former id belongs to one page and to no living one.',
  check: (corpus) => {
    const taken = new Map(entriesOf(corpus).map((entry) => [`${entry.kind} ${entry.id}`, entry.path]));
    return entriesOf(corpus).flatMap((entry) => {
      const former = 'formerIds' in entry.data ? entry.data.formerIds : [];
      return former.flatMap((id, index) => {
        const owner = taken.get(`${entry.kind} ${id}`);
        taken.set(`${entry.kind} ${id}`, entry.path);
        if (owner === undefined) return [];
        const message = `"${id}" belongs to ${owner}.`;
        return [
          fieldIssue(entry, ['formerIds', index], { code: 'R015', message, fix: 'Take it out of one of the two.' }),
        ];
      });
    });
  },
};
