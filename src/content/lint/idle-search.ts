import { stem } from '#lib/text/stem.ts';
import { wordsOf } from '#lib/text/text.ts';
import { type Corpus, entriesOf } from '../corpus.ts';
import type { Issue } from '../issue.ts';
import { addressOf } from '../url.ts';
import { fieldIssue, foreignSearchIssue, type Rule, searchIssue } from './rule.ts';

export const idleSearch: Rule = {
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
      return [report({ code: 'R030', message, fix: 'Take it out here, or say it as somebody else would.' })];
    });
    const taken = new Set(places.map(({ text }) => wordsKey(text)));
    const foreign = corpus.foreignSearches.flatMap(({ text, line }) => {
      const key = wordsKey(text);
      const isTaken = taken.has(key);
      taken.add(key);
      if (!isTaken) return [];
      const message = `Another foreign search, or one that a page answers, has the words of "${text}".`;
      return [foreignSearchIssue(line, { code: 'R030', message, fix: 'Take it out.' })];
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
