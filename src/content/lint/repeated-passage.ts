import { entriesOf } from '../corpus.ts';
import { bodyIssue, type Rule } from './rule.ts';

/** Words in a row that two pages may not share. */
const span = 16;

export const repeatedPassage: Rule = {
  code: 'B014',
  title: 'No passage repeats another page’s: not 16 words in a row.',
  check: (corpus) => {
    const owners = new Map<string, string>();
    return entriesOf(corpus).flatMap((entry) =>
      entry.body.passages.flatMap(({ text, line }) => {
        const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        const shared = new Set<string>();
        for (let start = 0; start + span <= words.length; start += 1) {
          const key = words.slice(start, start + span).join(' ');
          const owner = owners.get(key) ?? entry.path;
          owners.set(key, owner);
          if (owner !== entry.path) shared.add(owner);
        }
        return [...shared].map((owner) =>
          bodyIssue(entry, line, {
            code: 'B014',
            message: `${span} or more words in a row stand in ${owner} too.`,
            fix: 'Say it once and link, or say what is different on this page.',
          }),
        );
      }),
    );
  },
};
