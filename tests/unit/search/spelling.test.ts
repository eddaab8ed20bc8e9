import { expect, it } from 'vitest';
import { buildShards } from '#features/search/build-shards.ts';
import { parseQuery } from '#features/search/query.ts';
import { ShardReader } from '#features/search/shards.ts';
import { Spelling } from '#features/search/spelling.ts';
import { searchDocument } from './search-document.ts';

const spelling = new Spelling([
  searchDocument('WebSockets and real-time'),
  searchDocument('Rate limiting'),
  searchDocument('Sharding', { summary: 'Rows on several machines.' }),
  searchDocument('Model sharing'),
  searchDocument('Django', { aliases: ['python web framework'] }),
  searchDocument('ORMs and ODMs', { aliases: ['orm'] }),
  searchDocument('OAuth 2.0'),
  searchDocument('SQL'),
  searchDocument('SSH'),
  searchDocument('PostgreSQL', { aliases: ['postgres', 'postgres vs mysql'] }),
]);
const correct = (text: string) => spelling.correct(parseQuery(text)).map(({ used }) => used);

it.each([
  ['corrects', 'websokcets ', ['websockets']],
  ['corrects', 'ratelimting ', ['rate limiting']],
  ['corrects', 'shardng ', ['sharding']],
  ['corrects', 'djangoorm ', ['django orm']],
  ['corrects', 'djangoormmodel ', ['django orm model']],
  ['corrects words that were run together while they are typed:', 'ratelimiting', ['rate limiting']],
  ['corrects', 'oath2 ', ['oauth2']],
  ['corrects', 'sqll orms ', ['sql']],
  ['corrects', 'postgress ', ['postgres']],
  ['corrects three letters of which two were swapped:', 'slq ', ['sql']],
  ['leaves other words of three letters alone:', 'ssl ', []],
  ['leaves words of names and summaries alone:', 'machines sharding orm ', []],
  ['leaves the beginning of a name alone until a blank follows:', 'websock', []],
  ['takes a number for right:', '429 2027 ', []],
])('%s "%s"', (_, text, used) => {
  expect(correct(text)).toEqual(used);
});

it('corrects towards words of example queries, and leaves theirs alone', () => {
  const examples = ['volume size', 'volume is full', 'mount a volume', 'a volumen'].map((text) => ({
    text,
    addresses: ['/a/'],
  }));
  const shards = new ShardReader(new Map(buildShards(examples, [{ address: '/a/' }]).entries()));
  const used = (text: string) => spelling.correct(parseQuery(text), shards).map((correction) => correction.used);
  expect(used('volmue ')).toEqual(['volume']);
  expect(used('volumen ')).toEqual([]);
  expect(used('websokcets ')).toEqual(['websockets']);
});
