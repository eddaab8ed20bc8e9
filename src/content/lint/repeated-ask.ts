import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { wordsOf } from '#lib/text/text.ts';
import { entriesOf } from '../corpus.ts';
import { fieldIssue, type Rule } from './rule.ts';

/** What a question asks about, whatever words it asks with. */
const matterOf = (text: string) => contentWords(wordsOf(text)).map(stem).join(' ');

export const repeatedAsk: Rule = {
  code: 'R028',
  title: 'A question of `asks` leads to one page, and says more than the page’s title and aliases.',
  check: (corpus) => {
    const owners = new Map<string, string>();
    return entriesOf(corpus).flatMap((entry) => {
      const names = new Set([entry.data.title, ...entry.data.aliases].map(matterOf));
      return entry.data.asks.flatMap((ask, index) => {
        const matter = matterOf(ask);
        const owner = owners.get(matter);
        owners.set(matter, owner ?? entry.path);
        const report = (message: string, fix: string) => [
          fieldIssue(entry, ['asks', index], { code: 'R028', message, fix }),
        ];
        if (names.has(matter)) return report(`"${ask}" is a name of the page already.`, 'Take it out.');
        if (owner === undefined) return [];
        const place = owner === entry.path ? 'stands here twice' : `leads to ${owner} already`;
        return report(
          `"${ask}" ${place}, but for words that say nothing.`,
          'Leave it where it fits best, or ask more.',
        );
      });
    });
  },
};
