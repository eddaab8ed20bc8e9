import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '#features/search/document.ts';
import { type Evidence, weighEvidence } from '#features/search/evidence.ts';
import { FieldIndex } from '#features/search/field-index.ts';
import { packWordIndex } from '#features/search/pack-word-index.ts';
import { rewriteQuery } from '#features/search/rewrite.ts';
import { Vocabulary } from '#features/search/vocabulary.ts';
import { lookUp, type Search } from '#features/search/word-index.ts';
import { searchDocument } from './search-document.ts';

const documents = ['Sessions', 'Printers', 'Queues', 'Interviews'].map((title) => searchDocument(title));
const vocabulary = new Vocabulary();
vocabulary.add(['user', 'logged', 'keep', 'in', 'forget', 'printer', 'jammed', 'k8s', 'queue', 'java'], 8);

function evidenceOf(query: string, searches: readonly Search[], names: readonly string[] = []) {
  const index = new FieldIndex();
  for (const [at, name] of names.entries()) index.add(at, 'title', new Set([name]));
  const known = lookUp(new Map(packWordIndex(searches, documents).entries()));
  const evidence = weighEvidence(rewriteQuery(query, vocabulary), { index, searches: known, documents });
  return (title: string): Evidence | undefined =>
    evidence.get(documents.find((each) => each.title === title) as SearchDocument);
}
const search = (text: string, ...titles: readonly string[]): Search => ({
  text,
  addresses: titles.map((title) => `/topics/${title}/`),
});

describe('weighEvidence', () => {
  it('finds a query and a search the same whatever their order and the words that say nothing', () => {
    const of = evidenceOf('how do i keep the user logged', [search('logged user keep', 'Sessions')]);
    expect(of('Sessions')?.likeness).toBe(1);
    expect(of('Printers')).toBeUndefined();
  });

  it('finds them less like for each word that one of them lacks', () => {
    const likenessOf = (query: string, text: string) =>
      evidenceOf(query, [search(text, 'Sessions')])('Sessions')?.likeness;
    const both = likenessOf('forget user', 'user forget');
    const more = likenessOf('forget user', 'user forget printer');
    const fewer = likenessOf('forget user printer', 'user forget');
    expect(both).toBe(1);
    expect(more).toBeLessThan(0.8);
    expect(fewer).toBeLessThan(0.8);
    expect(likenessOf('forget user printer', 'forget queue')).toBeLessThan(fewer ?? 0);
  });

  it('takes the likest search, and more support from more of them', () => {
    const one = evidenceOf('forget user', [search('user forget', 'Sessions')])('Sessions');
    const two = evidenceOf('forget user', [
      search('user forget', 'Sessions'),
      search('forget user printer', 'Sessions'),
    ]);
    expect(two('Sessions')?.likeness).toBe(one?.likeness);
    expect(two('Sessions')?.support).toBeGreaterThan(one?.support ?? 0);
  });

  it('lets a word tell more of the page that has more of its searches, and of one that names have it in', () => {
    const searches = [
      search('printer jammed', 'Printers'),
      search('printer queue', 'Printers', 'Queues'),
      search('printer forget', 'Printers'),
    ];
    const of = evidenceOf('printer', searches);
    expect(of('Printers')?.words).toBeGreaterThan(of('Queues')?.words ?? 9);
    const named = evidenceOf('printer', searches, ['', '', 'printer']);
    expect(named('Queues')?.words).toBeGreaterThan(of('Queues')?.words ?? 9);
  });

  it('lets two words tell of a page together that neither tells', () => {
    const others = ['Printers', 'Interviews', 'Queues'].flatMap((title) =>
      ['user', 'queue'].flatMap((word) =>
        Array.from({ length: 4 }, (_, at) => search(`${word} n${at}${title}`, title)),
      ),
    );
    const wordsOf = (...own: readonly Search[]) =>
      evidenceOf('user queue', [...others, ...own])('Sessions')?.words ?? 0;
    const apart = wordsOf(search('user keep', 'Sessions'), search('queue forget', 'Sessions'));
    const together = wordsOf(search('user queue', 'Sessions'), search('keep forget', 'Sessions'));
    const shared = wordsOf(search('user queue', 'Sessions', 'Printers'), search('keep forget', 'Sessions'));
    expect(together).toBeGreaterThan(apart + 2);
    expect(shared).toBeLessThan(together - 0.15);
    expect(shared).toBeGreaterThan(apart + 1);
  });

  it('matches a search by synonyms of the query', () => {
    const like = evidenceOf('ssl queue', [search('tls queue', 'Queues'), search('tls', 'Printers')]);
    expect(like('Queues')?.likeness).toBe(1);
  });

  it('tells what kind of page is asked for', () => {
    const searches = [search('java interview', 'Interviews'), search('java', 'Queues')];
    const of = evidenceOf('java interview', searches);
    expect(of('Interviews')?.likeness).toBe(1);
    expect(of('Queues')?.likeness).toBeLessThan(0.7);
    expect(evidenceOf('java', searches)('Queues')?.likeness).toBe(1);
  });

  it('tells whose searches have the same talk', () => {
    const searches = [
      ...['user', 'forget', 'queue', 'java'].map((word) => search(`why is ${word} logged`, 'Sessions')),
      ...['user', 'forget', 'queue', 'java'].map((word) => search(`what ${word} logged`, 'Queues')),
    ];
    const of = evidenceOf('why printer', searches);
    expect(of('Sessions')?.talk).toBeGreaterThan(0.5);
    expect(of('Queues')?.talk ?? 0).toBe(0);
  });

  it('says nothing about words that nobody searched for', () => {
    expect(evidenceOf('zebra', [search('printer jammed', 'Printers')])('Printers')).toBeUndefined();
  });
});
