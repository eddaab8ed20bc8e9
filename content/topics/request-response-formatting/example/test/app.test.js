import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { app } from '../src/app.js';
import { csvLine, mergePatch, readInstant } from '../src/formats.js';
import { represent, rows } from '../src/meters.js';

let server, base;
before(async () => {
  server = app.listen(0);
  await once(server, 'listening');
  base = `http://localhost:${server.address().port}`;
});
after(() => server.close());

const id = '9007199254740993';
const get = (path, headers) => fetch(base + path, { headers });
const patch = (body, type = 'application/merge-patch+json') =>
  fetch(`${base}/meters/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

// #region shape
test('a meter has these fields, and no others', async () => {
  assert.deepEqual(await (await get(`/meters/${id}`)).json(), {
    id: '9007199254740993',
    nickname: 'Garage',
    tags: ['solar', 'old'],
    price: { amount: '0.2845', currency: 'EUR', per: 'kWh' },
    installedOn: '2021-05-03',
    readAt: '2026-03-04T06:00:00Z',
    energyWh: 18250400,
  });
});
// #endregion shape

test('a negative price keeps its sign', () => {
  const row = { ...rows.get(id), price_micro_eur: -5 };
  assert.equal(represent(row).price.amount, '-0.000005');
});

test('an unknown URL or meter gets a problem, too', async () => {
  for (const path of ['/nothing', '/meters/1']) {
    const res = await get(path);
    assert.equal(res.status, 404);
    assert.match(res.headers.get('content-type'), /problem\+json/);
  }
});

test('a time and a number can be changed, and come back the same', async () => {
  const row = rows.get(id);
  const old = { ...row };
  const changes = { readAt: '2026-03-05T07:30:00+01:00', energyWh: 18260000 };
  assert.equal((await patch(changes)).status, 200);
  const { readAt, energyWh } = await (await get(`/meters/${id}`)).json();
  assert.equal(readAt, '2026-03-05T06:30:00Z');
  assert.equal(energyWh, 18260000);
  Object.assign(row, old);
});

test('a list of tags holds only texts', async () => {
  for (const tags of [['old', 1], 'old', null]) {
    assert.equal((await patch({ tags })).status, 422);
  }
});

// #region negotiation
test('the client chooses the format, and caches know it', async () => {
  const cases = [
    [{ Accept: 'application/json' }, 200, 'application/json; charset=utf-8'],
    [{ Accept: '*/*' }, 200, 'application/json; charset=utf-8'],
    [
      { Accept: 'text/csv, application/json;q=0.5' },
      200,
      'text/csv; charset=utf-8',
    ],
    [
      { Accept: 'application/xml' },
      406,
      'application/problem+json; charset=utf-8',
    ],
  ];
  for (const [headers, status, type] of cases) {
    const res = await get('/meters', headers);
    assert.equal(res.status, status);
    assert.equal(res.headers.get('content-type'), type);
    assert.equal(res.headers.get('vary'), 'Accept');
  }
});
// #endregion negotiation

// #region patch
test('null removes, absent leaves alone, a list is replaced', async () => {
  const before = await (await get(`/meters/${id}`)).json();
  const res = await patch({ nickname: null, tags: ['solar'] });
  assert.equal(res.status, 200);
  assert.deepEqual(await res.json(), {
    ...before,
    nickname: null,
    tags: ['solar'],
  });
});

test('a field that the patch does not name keeps its exact value', async () => {
  const row = rows.get(id);
  const old = { ...row };
  row.read_at = new Date('2026-03-04T06:00:00.123Z');
  row.nickname = 'from before there was a limit, much too long';
  assert.equal((await patch({ tags: [] })).status, 200);
  assert.equal(row.read_at.toISOString(), '2026-03-04T06:00:00.123Z');
  assert.deepEqual(row.tags, []);
  Object.assign(row, old);
});

test('a patch that is wrong changes nothing', async () => {
  const before = await (await get(`/meters/${id}`)).json();
  const cases = [
    [{ readAt: '2026-03-04 06:00' }, ['readAt']],
    [{ readAt: '2026-02-30T06:00:00Z' }, ['readAt']],
    [{ energyWh: '18250400' }, ['energyWh']],
    [{ energyWh: 9007199254740992 }, ['energyWh']],
    [{ energyWh: null }, ['energyWh']],
    [{ energyWh: -1 }, ['energyWh']],
    [{ nickname: '' }, ['nickname']],
    [{ nickname: 'x'.repeat(41) }, ['nickname']],
    [{ id: '1', nickName: 'Shed' }, ['id', 'nickName']],
    ['{"__proto__": {"admin": true}}', ['__proto__']],
  ];
  for (const [body, fields] of cases) {
    const res = await patch(body);
    assert.equal(res.status, 422);
    assert.deepEqual((await res.json()).fields, fields);
  }
  for (const body of ['null', '[]', '7']) {
    assert.equal((await patch(body)).status, 422);
  }
  assert.equal((await patch('{"tags":')).status, 400);
  assert.deepEqual(await (await get(`/meters/${id}`)).json(), before);
});

test('another type of body is refused, with the one we take', async () => {
  for (const type of ['application/json', 'text/csv']) {
    const res = await patch({ nickname: 'Shed' }, type);
    assert.equal(res.status, 415);
    assert.equal(
      res.headers.get('accept-patch'),
      'application/merge-patch+json',
    );
  }
});
// #endregion patch

// The examples in appendix A of RFC 7396.
test('a merge patch does what the RFC says', () => {
  const cases = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [target, patch, expected] of cases) {
    assert.deepEqual(mergePatch(target, patch), expected);
  }
});

// #region instants
test('only a time with an offset is an instant', () => {
  assert.equal(
    readInstant('2026-03-04T07:00:00+01:00').toISOString(),
    '2026-03-04T06:00:00.000Z',
  );
  for (const text of [
    '03/04/2026',
    '2026-03-04',
    '2026-03-04T06:00:00',
    '2026-13-01T00:00:00Z',
    '2026-03-04T24:00:00Z',
    '9999-12-31T23:30:00-01:00', // in UTC, that's the year 10000
    ['2026-03-04T06:00:00Z'],
    1772604000,
  ]) {
    assert.equal(readInstant(text), undefined, text);
  }
});
// #endregion instants

// #region csv
test('CSV keeps commas, quotes and line breaks, and runs nothing', () => {
  assert.equal(
    csvLine(['a,b', 'say "hi"', 'two\nlines', -5, '=1+1', null]),
    '"a,b","say ""hi""","two\nlines",-5,\'=1+1,\r\n',
  );
  for (const first of ['=', '+', '-', '@', '\t', '\r', '\n']) {
    assert.match(csvLine([`${first}1+1`]), /^"?'/);
  }
});
// #endregion csv

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  assert.equal((await get('/meters/%')).status, 400);
  t.mock.method(rows, 'get', () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  });
  const res = await get(`/meters/${id}`);
  assert.equal(res.status, 500);
  assert.doesNotMatch(await res.text(), /another API/);
});
