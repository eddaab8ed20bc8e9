// Example queries: each leads somewhere and says something new.
import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { signsOf, wordsOf } from '#lib/text/text.ts';
import { type Corpus, entriesOf } from '../corpus.ts';
import { searchesPathOf } from '../read-rows.ts';
import { addressOf } from '../url.ts';
import { type Finding, type IssueText, type Rule, repeated, rowIssue } from './rule.ts';

/** What a text is about, whatever words it asks with. */
const matterOf = (text: string) => [...signsOf(text), ...contentWords(wordsOf(text)).map(stem)].join(' ');

const nameAsSearch: Rule = {
  code: 'R028',
  title: 'A search says more than the page’s title and aliases.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const names = new Set([entry.data.title, ...entry.data.aliases].map(matterOf));
      return entry.searches.flatMap(({ text, line }) => {
        if (!names.has(matterOf(text))) return [];
        const message = `"${text}" is a name of the page already, but for words that say nothing.`;
        return [rowIssue(searchesPathOf(entry.path), line, { message, fix: 'Take it out.' })];
      });
    }),
};

const repeatedSearch: Rule = {
  code: 'R030',
  title: 'No two searches for a page have the same words, and no out-of-scope query those of another.',
  check: (corpus) => {
    const places = placesOf(corpus);
    const ofOnePage = repeated(places, ({ text, address }) => `${address} ${wordsKey(text)}`).map(({ item }) => {
      const message = `Another search for ${item.address} has the words of "${item.text}".`;
      return item.report({ message, fix: 'Take it out here, or say it as someone else would.' });
    });
    const taken = new Set(places.map(({ text }) => wordsKey(text)));
    const outOfScope = corpus.outOfScopeQueries.flatMap(({ text, line }) => {
      const key = wordsKey(text);
      const isTaken = taken.has(key);
      taken.add(key);
      if (!isTaken) return [];
      const message = `Another out-of-scope query, or a search that a page answers, has the words of "${text}".`;
      return [rowIssue('content/out-of-scope-queries.txt', line, { message, fix: 'Take it out.' })];
    });
    return [...ofOnePage, ...outOfScope];
  },
};

/** The terms of a search, however often and in whatever order it has them. */
function wordsKey(text: string): string {
  return [...new Set([...signsOf(text), ...wordsOf(text).map(stem)])].toSorted().join(' ');
}

interface Place {
  readonly text: string;
  readonly address: string;
  readonly report: (found: IssueText) => Finding;
}

function placesOf(corpus: Corpus): readonly Place[] {
  const own = entriesOf(corpus).flatMap((entry) =>
    entry.searches.map(({ text, line }): Place => {
      const address = addressOf(entry.kind, entry.id);
      return { text, address, report: (found) => rowIssue(searchesPathOf(entry.path), line, found) };
    }),
  );
  const shared = corpus.searches.flatMap(({ text, addresses, line }) =>
    addresses.map(
      (address): Place => ({ text, address, report: (found) => rowIssue('content/searches.tsv', line, found) }),
    ),
  );
  return [...own, ...shared];
}

export const searchRules: readonly Rule[] = [nameAsSearch, repeatedSearch];
