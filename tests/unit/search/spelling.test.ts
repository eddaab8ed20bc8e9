import { expect, it } from 'vitest';
import { parseQuery } from '#features/search/query.ts';
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
  ['websokcets ', ['websockets']],
  ['ratelimting ', ['rate limiting']],
  ['shardng ', ['sharding']],
  ['djangoorm ', ['django orm']],
  ['oath2 ', ['oauth2']],
  ['sqll orms ', ['sql']],
  ['postgress ', ['postgres']],
])('corrects "%s"', (text, used) => {
  expect(correct(text)).toEqual(used);
});

it('leaves words of names and summaries alone', () => {
  expect(correct('machines sharding orm ')).toEqual([]);
});

it('leaves three letters alone unless two were swapped or one fell out', () => {
  expect(correct('ssl ')).toEqual([]);
  expect(correct('slq ')).toEqual(['sql']);
});

it('leaves the beginning of a name alone until a blank follows', () => {
  expect(correct('websock')).toEqual([]);
});

it('takes a number for right', () => {
  expect(correct('429 2027 ')).toEqual([]);
});
