import { entriesOf } from '#domain/corpus.ts';
import { addressOf } from '#domain/href.ts';
import { corpusDocuments } from '#domain/search/corpus-documents.ts';
import { ownTerms, termsOfSearch } from '#domain/search/word-index.ts';
import { fieldIssue, type Rule } from './rule.ts';

export const idleSearch: Rule = {
  code: 'R030',
  title: 'A line of `searches` brings a word that the page is not found by yet.',
  check: (corpus) => {
    const documentAt = new Map(corpusDocuments(corpus).map((document) => [document.address, document]));
    return entriesOf(corpus).flatMap((entry) => {
      const document = documentAt.get(addressOf(entry.kind, entry.id));
      const known = new Set(document ? ownTerms(document) : []);
      return entry.data.searches.flatMap((search, index) => {
        const terms = termsOfSearch(search);
        const isIdle = terms.every((term) => known.has(term));
        for (const term of terms) known.add(term);
        const message = `The page is found by all words of "${search}" already.`;
        const fix = 'Take the line out, or use another word.';
        return isIdle ? [fieldIssue(entry, ['searches', index], { code: 'R030', message, fix })] : [];
      });
    });
  },
};
