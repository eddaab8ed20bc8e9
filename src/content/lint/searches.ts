// Example queries: each leads somewhere and says something new.
import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { wordsOf } from '#lib/text/text.ts';
import { type Corpus, entriesOf } from '../corpus.ts';
import { addressOf } from '../url.ts';
import { type Complaint, type Finding, fieldIssue, foreignSearchIssue, type Rule, searchIssue } from './rule.ts';

/** What a question asks about, whatever words it asks with. */
const matterOf = (text: string) => contentWords(wordsOf(text)).map(stem).join(' ');

const repeatedAsk: Rule = {
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
        const report = (message: string, fix: string) => [fieldIssue(entry, ['asks', index], { message, fix })];
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

const idleSearch: Rule = {
  code: 'R030',
  title: 'No two searches for a page have the same words, and no foreign search those of another.',
  check: (corpus) => {
    const known = new Set<string>();
    const places = placesOf(corpus);
    const idle = places.flatMap(({ text, address, report }) => {
      const key = `${address} ${wordsKey(text)}`;
      const isKnown = known.has(key);
      known.add(key);
      if (!isKnown) return [];
      const message = `Another search for ${address} has the words of "${text}".`;
      return [report({ message, fix: 'Take it out here, or say it as somebody else would.' })];
    });
    const taken = new Set(places.map(({ text }) => wordsKey(text)));
    const foreign = corpus.foreignSearches.flatMap(({ text, line }) => {
      const key = wordsKey(text);
      const isTaken = taken.has(key);
      taken.add(key);
      if (!isTaken) return [];
      const message = `Another foreign search, or one that a page answers, has the words of "${text}".`;
      return [foreignSearchIssue(line, { message, fix: 'Take it out.' })];
    });
    return [...idle, ...foreign];
  },
};

/** The terms of a search, however often and in whatever order it has them. */
function wordsKey(text: string): string {
  return [...new Set(wordsOf(text).map(stem))].toSorted().join(' ');
}

interface Place {
  readonly text: string;
  readonly address: string;
  readonly report: (complaint: Complaint) => Finding;
}

function placesOf(corpus: Corpus): readonly Place[] {
  const own = entriesOf(corpus).flatMap((entry) =>
    entry.data.searches.map((text, index): Place => {
      const address = addressOf(entry.kind, entry.id);
      return { text, address, report: (complaint) => fieldIssue(entry, ['searches', index], complaint) };
    }),
  );
  const visitors = corpus.searches.flatMap(({ text, addresses, line }) =>
    addresses.map((address): Place => ({ text, address, report: (complaint) => searchIssue(line, complaint) })),
  );
  return [...own, ...visitors];
}

export const searchRules: readonly Rule[] = [repeatedAsk, idleSearch];
