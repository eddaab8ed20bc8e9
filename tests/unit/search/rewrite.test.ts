import { describe, expect, it } from 'vitest';
import { fullTextWords } from '#features/search/full-text-words.ts';
import { rewriteQuery } from '#features/search/rewrite.ts';
import { Vocabulary } from '#features/search/vocabulary.ts';
import { namesOf } from '#lib/text/text.ts';

const site = new Vocabulary();
for (const text of [
  'Node.js',
  'Query optimization',
  'slow',
  'SQL vs NoSQL',
  'Rate limiting',
  'Kubernetes',
  'CI/CD',
  'WebSockets',
  'C# language',
  'systemd',
  'Operating system',
]) {
  site.add(namesOf(text), 8);
}

const words = (text: string, ...sure: readonly string[]) =>
  rewriteQuery(text, site, (word) => sure.includes(word)).slots.map(({ same }) => same[0]?.join(' '));

describe('rewriteQuery', () => {
  it('leaves two names apart that the site seldom writes as one', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add(['node', 'postgres'], 80);
    vocabulary.add(['nodepostgres', 'websockets'], 8);
    vocabulary.add(['web'], 80);
    const typed = (text: string) => rewriteQuery(text, vocabulary).slots.map((slot) => slot.typed);
    expect(typed('node postgres ')).toEqual(['node', 'postgres']);
    expect(typed('web sockets ')).toEqual(['web sockets']);
  });

  it('takes a letter typed three times for a slip, not for the beginning of joined words', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add(['express', 'expressstatic'], 8);
    expect(rewriteQuery('expresss', vocabulary).slots.map(({ same }) => same[0])).toEqual([['express']]);
    expect(rewriteQuery('expres', vocabulary).corrections).toEqual([]);
  });

  it('keeps what a whole question is about', () => {
    expect(words('Why is my query slow?')).toEqual(['query', 'slow']);
    expect(words('what is the difference between SQL and NoSQL')).toEqual(['sql', 'nosql']);
  });

  it('keeps the words of a question that is nothing else', () => {
    expect(words('what is it')).toEqual(['what', 'is', 'it']);
  });

  it('takes two words as one when the site writes them so', () => {
    expect(words('node js')).toEqual(['nodejs']);
    expect(words('web sockets')).toEqual(['websockets']);
    expect(words('ci cd')).toEqual(['cicd']);
    expect(words('system des')).toEqual(['system', 'des']);
  });

  it('takes one word as two when the site writes them so', () => {
    expect(words('ratelimiting')).toEqual(['rate limiting']);
    expect(rewriteQuery('ratelimiting', site).slots[0]?.similar).toEqual([['rate'], ['limiting']]);
  });

  it('mends spelling and says so', () => {
    expect(rewriteQuery('kuberentes ', site).corrections).toEqual([{ typed: 'kuberentes', used: 'kubernetes' }]);
  });

  it('gives a word that was mended its synonyms', () => {
    const [mended] = rewriteQuery('nossql', site).slots;
    expect(mended?.similar).toEqual(rewriteQuery('nosql', site).slots[0]?.similar);
    expect(mended?.similar).not.toEqual([]);
  });

  it('takes the beginning of a name that the site has no other word for', () => {
    expect(rewriteQuery('kuber cluster ', site).corrections[0]).toEqual({ typed: 'kuber', used: 'kubernetes' });
    expect(words('kube cluster ')).toEqual(['kube', 'cluster']);
  });

  it('leaves spelling alone when asked to', () => {
    expect(words('kuberentes', 'kuberentes')).toEqual(['kuberentes']);
  });

  it('does not mend a word that is still being typed', () => {
    expect(rewriteQuery('kuber', site).corrections).toEqual([]);
  });

  it('tells several words that the site names nowhere from one that it may mention', () => {
    expect(rewriteQuery('wedding cake', site).isForeign).toBe(true);
    expect(rewriteQuery('wedding query', site).isForeign).toBe(false);
    expect(rewriteQuery('wedding', site).isForeign).toBe(false);
  });

  it('knows shorthand', () => {
    expect(rewriteQuery('k8s', site).slots[0]?.similar).toEqual([['kubernetes']]);
  });

  it.each([
    '',
    ' ',
    '🙂',
    '__proto__',
    'constructor',
    '.*+?^$(){}|[]\\',
    '\u0000\u202e',
    'שלום',
    'a '.repeat(5000),
    '<script>alert(1)</script>',
  ])('answers %j without fault and in bounds', (text) => {
    expect(rewriteQuery(text, site).slots.length).toBeLessThanOrEqual(12);
  });
});

describe('fullTextWords', () => {
  it('writes names as running text does', () => {
    expect(fullTextWords(rewriteQuery('c sharp query', site).slots)).toEqual(['c#', 'query']);
  });

  it('keeps the four longest in their order', () => {
    const { slots } = rewriteQuery('slow kubernetes sql websockets rate query ', site);
    expect(fullTextWords(slots)).toEqual(['slow', 'kubernetes', 'websockets', 'query']);
  });
});
