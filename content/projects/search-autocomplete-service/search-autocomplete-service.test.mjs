// Search Autocomplete Service, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test search-autocomplete-service.test.mjs
//
// Needs Node.js 22 or later and no package. The tests add stops of their own, whose ids begin with "test-", and remove them.
// Not tested: response times and memory, several instances, the snapshot, /ready before the index is loaded, how selections change a weight, an import that
// succeeds, what is logged, /metrics, and the demo page.
import { randomInt } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const editor = { authorization: 'Bearer test-editor' };
const pick = (letters) => letters[randomInt(letters.length)];
/** A word of eight letters that no stop has, as "qufamoti": words differ by more than one letter. */
const newWord = () => `qu${Array.from({ length: 3 }, () => pick('bdfgklmnprstvz') + pick('aeiou')).join('')}`;
const run = newWord();
const ids = new Set();

const put = (id, body, headers = editor) => {
  ids.add(id);
  return call('PUT', `/stops/${id}`, { headers, body });
};
const remove = (id) => call('DELETE', `/stops/${id}`, { headers: editor });
const suggest = (q, more = '') => call('GET', `/suggest?q=${encodeURIComponent(q)}${more}`);
const idsOf = (response) => response.json?.suggestions?.map?.(({ id }) => id) ?? [];
const isList = (response) =>
  expect(response).status(200, 'for an input').that(Array.isArray(response.json?.suggestions), 'an array "suggestions"');

/** Asks for up to 60 seconds, which a change may take. */
async function until(isReached, ask) {
  let response = await ask();
  for (const end = Date.now() + 60_000; response.json?.suggestions && !isReached(response) && Date.now() < end; response = await ask())
    await new Promise((resolve) => setTimeout(resolve, 500));
  return response;
}

/** Adds stops, as id without its beginning, and waits until the last one is suggested. */
async function add(stops) {
  for (const [id, names, base = 0] of stops) {
    const response = await put(`test-${run}-${id}`, { names, base });
    if (response.status !== 201) return;
  }
  const [id, names] = stops.at(-1);
  await until((response) => idsOf(response).includes(`test-${run}-${id}`), () => suggest(names[0], '&limit=10'));
}

before(() =>
  add([
    ['zurich', ['Zürich HB'], 1_000_000],
    ['berlin', ['Berlin Hauptbahnhof'], 1_000_000],
    ['pair', [`${run}tal ${run}`]],
    ['run', [run]],
  ]).catch(() => {}),
);
after(async () => {
  for (const id of ids) await remove(id).catch(() => {});
});

describe('Stage 1: Find', () => {
  it('PUT /stops/{id} creates a stop, and replaces it', async () => {
    const id = `test-${run}-put`;
    expect(await put(id, { names: [`${newWord()} Dorf`], base: 0 })).status(201, 'for a new stop');
    expect(await put(id, { names: [`${newWord()} Dorf`], base: 0 })).status(200, 'for a stop that exists');
  });

  it('a beginning of a name finds it', async () => {
    const response = await suggest(run.slice(0, 5));
    isList(response).that(idsOf(response).includes(`test-${run}-run`), `the stop ${run}, which was added up to 60 seconds ago`);
  });

  it('upper case and accents make no difference', async () => {
    for (const q of ['zur', 'ZÜR', 'zur'.normalize('NFD'), 'zu\u0308r']) {
      const response = await suggest(q);
      isList(response).field('suggestions.0.name', 'Zürich HB', `first, for the input ${q}`);
    }
  });

  it('an umlaut may be spelled out', async () => {
    isList(await suggest('zuer')).field('suggestions.0.name', 'Zürich HB', 'first, for the input zuer').field('suggestions.0.corrected', false, 'because zuer is a spelling of Zür, and no error');
  });

  it('several words match in any order', async () => {
    for (const q of ['haupt ber', 'ber haupt']) {
      const response = await suggest(q, '&limit=10');
      isList(response).that(idsOf(response).includes(`test-${run}-berlin`), `Berlin Hauptbahnhof for the input ${q}`);
    }
    const pair = await suggest(`${run} ${run}t`, '&limit=10');
    const isThere = pair.json?.suggestions?.some?.(({ id, corrected }) => id === `test-${run}-pair` && corrected === false);
    isList(pair).that(isThere, `"${run}tal ${run}" without a correction, in which each of the two inputs is the beginning of another word`);
  });

  it('an input that nothing matches gets an empty list', async () => {
    isList(await suggest('xqxqxq')).field('suggestions', [], 'when nothing matches');
    isList(await suggest(run.slice(1))).field('suggestions', [], `because ${run.slice(1)} is in the middle of a word and begins none`);
  });

  it('an empty input, or one of punctuation, gets an empty list', async () => {
    for (const q of ['', '   ', '...', '%', '_', '*', '"', "'"]) isList(await suggest(q)).field('suggestions', [], `for the input "${q}"`);
    isList(await suggest(`q__${run.slice(3)}`)).field('suggestions', [], 'because _ stands for no letter');
  });

  it('an input above 80 characters returns 400', async () => {
    expect(await suggest('a'.repeat(81))).status(400, 'for 81 characters');
    expect(await suggest('a'.repeat(80))).status(200, 'for 80 characters');
  });
});

describe('Stage 2: Rank', () => {
  const word = newWord();
  before(() =>
    add([
      ['later', [`Alt ${word}`], 1000],
      ['light', [`${word}dorf`], 50],
      ['heavy', [`${word}tal`], 60],
      ['full', [word], 0],
      ['twice', [`${word}see`, `${word}seeufer`], 10],
    ]).catch(() => {}),
  );
  const places = async (more = '') => {
    const response = await suggest(word, more);
    return { response, order: idsOf(response).map((id) => id.split('-').at(-1)) };
  };

  it('a full name comes first', async () => {
    const { response, order } = await places('&limit=10');
    isList(response).that(order[0] === 'full', `the stop whose name is ${word} in the first place`);
  });

  it('the beginning of a name comes before a later word', async () => {
    const { response, order } = await places('&limit=10');
    isList(response).that(order.includes('later') && order.at(-1) === 'later', `"Alt ${word}" in the last place, whatever its weight`);
  });

  it('then the weight decides', async () => {
    const { response, order } = await places('&limit=10');
    isList(response).that(order.join() === 'full,heavy,light,twice,later', `the stops in the order full, heavy, light, twice, later (they came as ${order.join()})`);
  });

  it('then the name decides, and then the id', async () => {
    const start = newWord();
    await add([['b2', [`${start}b`]], ['b1', [`${start}b`]], ['a', [`${start}a`]]]);
    const response = await suggest(start);
    const order = idsOf(response).map((id) => id.split('-').at(-1)).join();
    isList(response).that(order === 'a,b1,b2', `the stops a, b1, b2 of equal weight in this order (they came as ${order})`);
  });

  it('a stop with several names occurs once', async () => {
    const { response, order } = await places('&limit=10');
    isList(response).that(order.filter((name) => name === 'twice').length === 1, 'one suggestion for a stop with two names that match');
    isList(await suggest(`${word}seeu`)).field('suggestions.0.name', `${word}seeufer`, 'because this one of its two names matches');
  });

  it('limit is 5 when it is not given', async () => {
    await add([['sixth', [`${word}berg`], 1]]);
    const { response, order } = await places();
    isList(response).that(order.length === 5, 'five suggestions, because six match and no limit is given');
  });

  it('limit says how many', async () => {
    const { response, order } = await places('&limit=2');
    isList(response).that(order.length === 2, 'two suggestions for limit=2');
  });

  it('a limit outside 1 to 10 returns 400', async () => {
    for (const limit of ['0', '11', 'all', '2.5']) expect(await suggest(word, `&limit=${limit}`)).status(400, `for the limit ${limit}`);
  });

  it('the marks say what matched', async () => {
    const response = await suggest('haupt ber', '&limit=10');
    const found = response.json?.suggestions?.find?.(({ id }) => id === `test-${run}-berlin`);
    const marks = found?.marks?.map?.(({ from, to }) => `${from} to ${to}`).join();
    isList(response).that(marks === '0 to 3,7 to 12', 'the "marks" 0 to 3 and 7 to 12 for Berlin Hauptbahnhof and the input "haupt ber"');
    isList(await suggest('zuer')).field('suggestions.0.marks', [{ from: 0, to: 3 }], 'for the letters Zür and the input zuer');
  });
});

describe('Stage 3: Typing errors', () => {
  const word = newWord();
  const id = `test-${run}-error`;
  before(() => add([['error', [word, `${word} Hauptplatz`], 1_000_000]]).catch(() => {}));
  const swap = (text, at) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  const finds = async (q, what) => {
    const response = await suggest(q, '&limit=10');
    const found = response.json?.suggestions?.find?.((each) => each.id === id);
    isList(response).that(found, `the stop ${word}, although ${what}`).that(found?.corrected === true, '"corrected": true for it');
  };

  it('two swapped letters are forgiven', () => finds(swap(word, 4), 'two letters are swapped'));

  it('a missing letter is forgiven', () => finds(word.slice(0, 4) + word.slice(5), 'a letter is missing'));

  it('an extra letter is forgiven', () => finds(`${word.slice(0, 4)}x${word.slice(4)}`, 'there is a letter too many'));

  it('a wrong letter is forgiven', () => finds(`${word.slice(0, 4)}x${word.slice(5)}`, 'a letter is wrong'));

  it('an error in the beginning of a word is forgiven', () => finds(`${word.slice(0, 3)}x${word.slice(4, 6)}`, 'a letter is wrong and two are not typed yet'));

  it('an error in four letters is forgiven', () => finds(`${word.slice(0, 3)}x`, 'a letter of four is wrong'));

  it('an error in one of two words is forgiven', () => finds(`haupt ${word.slice(0, 4)}${word.slice(5)}`, 'the second word lacks a letter'));

  it('an input of three letters is not corrected', async () => {
    isList(await suggest(`${word.slice(0, 2)}x`)).field('suggestions', [], 'because a letter of three is wrong');
  });

  it('a wrong first letter is not forgiven', async () => {
    isList(await suggest(`x${word.slice(1)}`)).field('suggestions', [], 'because the first letter is wrong');
  });

  it('two errors are not forgiven', async () => {
    isList(await suggest(`${word.slice(0, 3)}xx${word.slice(5)}`)).field('suggestions', [], 'because two letters are wrong');
  });

  it('what matches as it is typed is not corrected', async () => {
    isList(await suggest(word)).field('suggestions.0.id', id).field('suggestions.0.corrected', false);
    const typed = newWord();
    await add([['other', [`${typed.slice(0, 4)}x${typed.slice(5)}`]], ['typed', [typed]]]);
    const response = await suggest(typed);
    isList(response).that(idsOf(response).join() === `test-${run}-typed`, `only the stop ${typed}, and none that is one letter away`);
  });
});

describe('Stage 4: Changes', () => {
  it('a renamed stop is found by its new name only, within 60 seconds', async () => {
    const [old, next] = [newWord(), newWord()];
    await add([['renamed', [old]]]);
    expect(await put(`test-${run}-renamed`, { names: [next], base: 0 })).status(200, 'for a stop that exists');
    const found = await until((response) => idsOf(response).length > 0, () => suggest(next));
    isList(found).that(idsOf(found).includes(`test-${run}-renamed`), 'the stop by its new name, 60 seconds after the change');
    isList(await suggest(old)).field('suggestions', [], 'for the old name');
  });

  it('a removed stop is not suggested any more, within 60 seconds', async () => {
    const word = newWord();
    await add([['removed', [word]]]);
    expect(await remove(`test-${run}-removed`)).status(204, 'for a stop that exists');
    expect(await remove(`test-${run}-removed`)).status(404, 'for a stop that is gone');
    const gone = await until((response) => idsOf(response).length === 0, () => suggest(word));
    isList(gone).field('suggestions', [], '60 seconds after the stop was removed');
  });

  it('a stop without names returns 422, one without a token 401', async () => {
    expect(await put(`test-${run}-bad`, { names: [], base: 0 })).status(422, 'for a stop without names');
    expect(await put(`test-${run}-bad`, { names: Array.from({ length: 21 }, (_, index) => `x ${index}`), base: 0 })).status(422, 'for 21 names');
    expect(await put(`test-${run}-bad`, { names: ['x'], base: -1 })).status(422, 'for a weight below 0');
    expect(await put(`test-${run}-bad`, { names: [5], base: 0 })).status(422, 'for a name that is a number');
    expect(await put(`test-${run}-bad`, { names: ['x'], base: 0 }, {})).status(401, 'without a token');
    expect(await call('DELETE', `/stops/test-${run}-run`)).status(401, 'for removing a stop without a token');
  });

  const load = (lines, headers = editor, type = 'application/x-ndjson') => call('POST', '/imports', { headers: { ...headers, 'content-type': type }, body: lines.join('\n') });
  const isKept = async () => {
    const kept = await suggest(run);
    isList(kept).that(idsOf(kept).includes(`test-${run}-run`), `the stop ${run}, which was there before the import`);
  };

  it('an import with a broken line returns 422 and changes nothing', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) => JSON.stringify({ id: `test-import-${index}`, names: [`Xanten ${index}`], base: 0 }));
    for (const broken of ['{"id":', '{"id":"test-x","names":[],"base":1}']) expect(await load(lines.with(1000, broken))).status(422, `for 2,000 lines of which one is ${broken}`);
    await isKept();
  });

  it('an import with too few stops returns 422, one without a token 401', async () => {
    const line = '{"id":"test-x","names":["Xanten"],"base":1}';
    expect(await load([line], {})).status(401, 'for an import without a token');
    expect(await load([line], editor, 'text/csv')).status(415, 'for an import as text/csv');
    expect(await load([line])).status(422, 'for an import of one stop, when there are more');
    await isKept();
  });
});

describe('Stage 5: For caches', () => {
  it('an answer has an ETag and may be cached for a minute', async () => {
    const response = await suggest(run);
    isList(response).that(response.json.version, 'the "version" of the index').header('ETag', /"/, 'to be there').header('Cache-Control', /public.*max-age=60\b|max-age=60\b.*public/, 'to have public and max-age=60');
  });

  it('the current ETag gets 304', async () => {
    const first = await suggest(run);
    isList(first);
    const again = await call('GET', `/suggest?q=${run}`, { headers: { 'if-none-match': first.headers.get('etag') } });
    expect(again).status(304, 'for the current ETag');
    const old = await call('GET', `/suggest?q=${run}`, { headers: { 'if-none-match': '"test-old"' } });
    expect(old).status(200, 'for an ETag that is not the current one');
  });

  it('HEAD is answered like GET without a body', async () => {
    expect(await call('HEAD', `/suggest?q=${run}`)).status(200, 'for HEAD').header('ETag', /"/, 'to be there');
  });

  it('a selection returns 202, and /ready 200', async () => {
    expect(await call('POST', '/selections', { body: { id: `test-${run}-run`, q: run } })).status(202, 'for a selection');
    expect(await call('POST', '/selections', { body: { id: `test-${run}-none`, q: run } })).status(422, 'for a selection of an unknown stop');
    expect(await call('GET', '/ready')).status(200, 'while the index is loaded');
  });
});
