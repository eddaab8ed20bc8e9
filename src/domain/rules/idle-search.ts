import { type Corpus, entriesOf } from '#domain/corpus.ts';
import { addressOf } from '#domain/href.ts';
import type { Issue } from '#domain/issue.ts';
import { termsOfSearch } from '#domain/search/word-index.ts';
import { fieldIssue, type Rule, searchIssue } from './rule.ts';

export const idleSearch: Rule = {
  code: 'R030',
  title: 'No two searches for a page have the same words.',
  check: (corpus) => {
    const known = new Set<string>();
    return placesOf(corpus).flatMap(({ text, address, report }) => {
      const key = `${address} ${[...new Set(termsOfSearch(text))].toSorted().join(' ')}`;
      const isKnown = known.has(key);
      known.add(key);
      if (!isKnown) return [];
      const message = `Another search for ${address} has the words of "${text}".`;
      return [report({ code: 'R030', message, fix: 'Take it out here, or say it as somebody else would.' })];
    });
  },
};

interface Place {
  readonly text: string;
  readonly address: string;
  readonly report: (complaint: Pick<Issue, 'code' | 'message' | 'fix'>) => Issue;
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
