import { entriesOf } from '../corpus.ts';
import { formatOf } from './page-format.ts';
import { bodyIssue, type Rule } from './rule.ts';

export const headings: Rule = {
  code: 'B001',
  title: 'A page has the level-2 headings of its kind, all of them and in order.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const format = formatOf(entry);
      if (!format) return [];
      const expected = format.headings;
      const all = entry.body.headings.filter(({ depth }) => depth === 2);
      const found = format.isOpen ? all.slice(-expected.length) : all;
      const at = found.findIndex(({ text }, index) => text !== expected[index]);
      if (at === -1 && found.length === expected.length) return [];
      const wrong = found[at === -1 ? found.length : at];
      const wanted = expected[at === -1 ? found.length : at];
      const message = wanted
        ? `Expected the heading "${wanted}"${wrong ? `, found "${wrong.text}"` : ' at the end'}.`
        : `The heading "${wrong?.text}" is not one of this kind of page.`;
      const fix = `The headings ${format.isOpen ? 'at the end ' : ''}are: ${expected.join(' / ')}.`;
      return [bodyIssue(entry, wrong?.line ?? 0, { code: 'B001', message, fix })];
    }),
};
