import { describe, expect, it } from 'vitest';
import { kindTermsOf, talkOf, termsOfSearch, wordTermsOf } from '#features/search/search-terms.ts';

describe('search terms', () => {
  it('is the same for a name and what is short for it', () => {
    expect(termsOfSearch('pg on k8s')).toEqual(termsOfSearch('postgresql kubernetes'));
    expect(termsOfSearch('login')).not.toEqual(termsOfSearch('authentication'));
  });

  it('has the kinds of pages that a search asks for', () => {
    expect(termsOfSearch('java interview questions')).toEqual(['java', '?question', '?page']);
    expect(kindTermsOf('java')).toEqual([]);
  });

  it('has talk apart from matter, and what a search opens with', () => {
    expect(talkOf('why is my query slow')).toEqual(['~~why', '~why', '~is', '~my']);
    expect(talkOf('slow query in the morning')).toEqual(['~in', '~the']);
    expect(talkOf('slow query')).toEqual([]);
    expect(wordTermsOf({ text: 'why slow', slots: [] })).toEqual(['~~why', '~why']);
  });

  it('are the stems of the words of a query as typed and as corrected', () => {
    const slot = { similar: [['k8s']], isUnfinished: false };
    const slots = [
      { ...slot, typed: 'tikets', same: [['tickets']] },
      { ...slot, typed: 'rate limit', same: [['ratelimit'], ['rate', 'limit']] },
    ];
    expect(wordTermsOf({ text: 'tikets ratelimit', slots })).toEqual(['tiket', 'ticket', 'rate', 'limit', 'ratelimit']);
  });
});
