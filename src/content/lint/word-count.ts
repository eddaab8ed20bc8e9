import { entriesOf } from '../corpus.ts';
import { countWords } from '../prose.ts';
import { formatOf } from './page-format.ts';
import { bodyIssue, type Rule } from './rule.ts';

export const wordCount: Rule = {
  code: 'B003',
  title: 'A page has as many words as its kind asks for: enough to be worth reading, few enough to be read.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const range = formatOf(entry)?.words;
      if (!range) return [];
      const count = countWords(entry.body);
      if (count >= range.min && count <= range.max) return [];
      const message = `${count} words of prose; a page of this kind has ${range.min} to ${range.max}.`;
      const fix = count < range.min ? 'Say what is missing.' : 'Cut, or split the page.';
      return [bodyIssue(entry, 0, { code: 'B003', message, fix })];
    }),
};
