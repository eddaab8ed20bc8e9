import { describe, expect, it } from 'vitest';
import { parseQuery } from '#features/search/query.ts';

const termsOf = (text: string) => parseQuery(text).terms.map(({ term }) => term);

describe('parseQuery', () => {
  it('keeps the words that carry meaning, by what shorthand stands for', () => {
    expect(termsOf('how do I deploy to k8s')).toEqual(['deploy', 'kubernet']);
    expect(parseQuery('how do I deploy to k8s').functionTerms).toEqual(['~~how', '~how', '~do', '~i', '~to']);
  });

  it('knows signs as terms of their own', () => {
    expect(termsOf('->>')).toEqual(['->>']);
    expect(termsOf('&str or String')).toContain('&str');
  });

  it('puts corrections in the place of what was typed', () => {
    const query = parseQuery('Sqlinjection in php', [{ typed: 'sqlinjection', used: 'sql injection' }]);
    expect(query.text).toBe('sql injection in php');
    expect(query.terms.map(({ typed }) => typed)).toEqual(['sql', 'injection', 'php']);
  });

  it('takes the last word for a beginning until a blank follows', () => {
    expect(parseQuery('event lo').beginning).toBe('lo');
    expect(parseQuery('event lo ').beginning).toBeUndefined();
  });

  it('cuts what no one types', () => {
    expect(parseQuery('index '.repeat(1700)).text).toHaveLength(300);
  });

  it('finds nothing in signs and emoji alone', () => {
    expect(termsOf('🙂🙂 ,.')).toEqual([]);
  });
});
