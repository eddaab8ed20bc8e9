import { entriesOf } from '../corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

const opening = /^(?:this (?:page|topic|article|guide)|learn (?:about|how)|an? (?:overview|introduction)|in this)\b/iu;

export const summaryWording: Rule = {
  code: 'R027',
  title: 'A summary says the thing itself, not that the page is about it.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      if (!('summary' in entry.data) || !opening.test(entry.data.summary)) return [];
      const message = `The summary begins with "${opening.exec(entry.data.summary)?.[0]}".`;
      return [
        fieldIssue(entry, ['summary'], { code: 'R027', message, fix: 'Say what the reader understands afterwards.' }),
      ];
    }),
};
