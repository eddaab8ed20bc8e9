// Simple REST API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test simple-rest-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run adds and removes boulders; restart your server to get rid of them.
// Not tested: that a restart brings back exactly the 12 boulders of the seed file.
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const valid = { name: 'Wet Socks', wall: 'cave', grade: 4 };
const json = { 'content-type': 'application/json' };
const post = (body) => call('POST', '/boulders', { headers: json, body });

async function addBoulder(body = valid) {
  const response = await post(body);
  expect(response)
    .status(201, 'for a valid boulder')
    .that(typeof response.json?.id === 'string', 'an "id" that is text');
  return response.json;
}

const isProblem = (response, status, when) =>
  expect(response)
    .status(status, when)
    .header('Content-Type', /^application\/problem\+json/, 'to be application/problem+json for every error')
    .that(typeof response.json?.type === 'string', 'a "type" in every error')
    .that(typeof response.json?.title === 'string', 'a "title" in every error')
    .field('status', status, 'in the body as well');

function namesFields(response, fields, when) {
  isProblem(response, 422, when);
  const named = response.json.errors?.map?.((error) => error?.field) ?? [];
  for (const field of fields) expect(response).that(named.includes(field), `"${field}" as the field of an entry in "errors"`);
}

describe('Stage 1: Two answers', () => {
  it('GET /boulders returns a list with items', async () => {
    const response = await call('GET', '/boulders');
    expect(response)
      .status(200, 'for the list')
      .header('Content-Type', /^application\/json/, 'to be application/json')
      .that(Array.isArray(response.json?.items), 'an object with an array "items"')
      .that(response.json.items.length >= 1, 'the boulders of the seed file in "items"')
      .that('next' in response.json, 'a "next" with the link to the next page, or null');
  });

  it('each boulder of the seed has the five fields', async () => {
    const response = await call('GET', '/boulders?limit=100');
    expect(response).status(200, 'for the list').that(response.json?.items?.length >= 1, 'boulders in "items"');
    for (const boulder of response.json.items)
      expect(response)
        .that(typeof boulder.id === 'string' && boulder.id !== '', 'an "id" that is text in every boulder')
        .that(typeof boulder.name === 'string', 'a "name" in every boulder')
        .that(['cave', 'slab', 'tower'].includes(boulder.wall), 'a "wall" that is cave, slab or tower in every boulder')
        .that(Number.isInteger(boulder.grade), 'a "grade" that is a whole number in every boulder')
        .that(!Number.isNaN(Date.parse(boulder.createdAt)), 'a moment in "createdAt" in every boulder');
  });

  it('GET /boulders/{id} returns a boulder of the list', async () => {
    const list = await call('GET', '/boulders');
    expect(list).status(200, 'for the list').that(list.json?.items?.length >= 1, 'boulders in "items"');
    const [boulder] = list.json.items;
    expect(await call('GET', `/boulders/${boulder.id}`))
      .status(200, 'for a boulder of the list')
      .field('name', boulder.name)
      .field('id', boulder.id);
  });

  it('a boulder that does not exist returns 404', async () => {
    isProblem(await call('GET', '/boulders/999999999'), 404, "when the boulder doesn't exist");
  });

  it('a path that does not exist returns 404 as JSON', async () => {
    isProblem(await call('GET', '/routes'), 404, 'for an unknown path');
  });
});

describe('Stage 2: The other operations', () => {
  it('POST /boulders returns 201 with the boulder', async () => {
    const response = await post(valid);
    expect(response)
      .status(201, 'for a valid boulder')
      .field('name', 'Wet Socks')
      .field('wall', 'cave')
      .field('grade', 4)
      .that(typeof response.json.id === 'string', 'an "id" that is text')
      .that(!Number.isNaN(Date.parse(response.json.createdAt)), 'a moment in "createdAt"');
  });

  it('the Location header of a new boulder leads to it', async () => {
    const created = await post(valid);
    expect(created).status(201, 'for a valid boulder').header('Location', /\S/, 'to lead to the new boulder');
    const response = await call('GET', created.headers.get('location'));
    expect(response).status(200, 'where Location leads').that(response.text === created.text, `the same boulder: ${created.text}`);
  });

  it('PUT replaces a boulder', async () => {
    const { id, createdAt } = await addBoulder();
    const body = { name: 'Dry Socks', wall: 'slab', grade: 5 };
    expect(await call('PUT', `/boulders/${id}`, { body })).status(200, 'for a valid boulder').field('grade', 5);
    expect(await call('GET', `/boulders/${id}`))
      .field('name', 'Dry Socks', 'after PUT')
      .field('wall', 'slab')
      .field('id', id, 'as before')
      .field('createdAt', createdAt, 'as before');
  });

  it('the same PUT twice returns 200 and the same boulder', async () => {
    const { id } = await addBoulder();
    const body = { name: 'Dry Socks', wall: 'slab', grade: 5 };
    const first = await call('PUT', `/boulders/${id}`, { body });
    const second = await call('PUT', `/boulders/${id}`, { body });
    expect(first).status(200, 'for a valid boulder');
    expect(second).status(200, 'for the same PUT again').that(second.text === first.text, `the same body: ${first.text}`);
  });

  it('PUT of a boulder that does not exist returns 404', async () => {
    isProblem(await call('PUT', '/boulders/999999999', { body: valid }), 404, "when the boulder doesn't exist");
  });

  it('DELETE returns 204, the same request again 404', async () => {
    const { id } = await addBoulder();
    expect(await call('DELETE', `/boulders/${id}`)).status(204, 'for a boulder that exists');
    isProblem(await call('DELETE', `/boulders/${id}`), 404, 'when the boulder is gone already');
    isProblem(await call('GET', `/boulders/${id}`), 404, 'after the boulder was deleted');
  });

  it('the id of a deleted boulder is not given out again', async () => {
    const { id } = await addBoulder();
    expect(await call('DELETE', `/boulders/${id}`)).status(204, 'for a boulder that exists');
    const next = await post(valid);
    expect(next)
      .status(201, 'for a valid boulder')
      .that(next.json?.id !== id, `another id than ${id}, which a deleted boulder had`);
  });
});

describe('Stage 3: Refusals', () => {
  it('a missing name returns 422 and names the field', async () => {
    namesFields(await post({ wall: 'cave', grade: 4 }), ['name'], 'without a name');
  });

  it('a name of blanks, or of 61 characters, returns 422', async () => {
    namesFields(await post({ ...valid, name: '   ' }), ['name'], 'for a name of blanks');
    namesFields(await post({ ...valid, name: 'x'.repeat(61) }), ['name'], 'for a name of 61 characters');
    expect(await post({ ...valid, name: ` ${'x'.repeat(60)} ` })).status(201, 'for a name of 60 characters between blanks');
  });

  it('a wall that the gym does not have returns 422', async () => {
    namesFields(await post({ ...valid, wall: 'roof' }), ['wall'], 'for the wall "roof"');
  });

  it('grade 0 and grade 17 are taken', async () => {
    expect(await post({ ...valid, grade: 0 })).status(201, 'for grade 0').field('grade', 0);
    expect(await post({ ...valid, grade: 17 })).status(201, 'for grade 17').field('grade', 17);
  });

  it('other grades return 422', async () => {
    for (const grade of [-1, 18, 4.5, '4', null])
      namesFields(await post({ ...valid, grade }), ['grade'], `for the grade ${JSON.stringify(grade)}`);
  });

  it('three invalid fields are all named', async () => {
    namesFields(await post({ name: '', wall: 'roof', grade: '4' }), ['name', 'wall', 'grade'], 'for three invalid fields');
  });

  it('an unknown field returns 422 and is named', async () => {
    namesFields(await post({ ...valid, color: 'red' }), ['color'], 'for the unknown field "color"');
  });

  it('id and createdAt are set by the server', async () => {
    namesFields(await post({ ...valid, id: '1' }), ['id'], 'for an id in a POST');
    namesFields(await post({ ...valid, createdAt: '2026-01-01T00:00:00Z' }), ['createdAt'], 'for createdAt in a POST');
  });

  it('PUT without a field returns 422 and changes nothing', async () => {
    const { id } = await addBoulder();
    namesFields(await call('PUT', `/boulders/${id}`, { body: { name: 'x', wall: 'slab' } }), ['grade'], 'without a grade');
    namesFields(await call('PUT', `/boulders/${id}`, { body: { ...valid, grade: 18, color: 'red' } }), ['grade', 'color'], 'for a PUT');
    expect(await call('GET', `/boulders/${id}`)).field('name', 'Wet Socks', 'as before').field('wall', 'cave', 'as before');
  });

  it('PUT may repeat id and createdAt, but not change them', async () => {
    const boulder = await addBoulder();
    const put = (body) => call('PUT', `/boulders/${boulder.id}`, { body });
    expect(await put({ ...boulder, grade: 6 })).status(200, 'for a body with the present id and createdAt').field('grade', 6);
    namesFields(await put({ ...boulder, id: '1' }), ['id'], 'for another id');
    namesFields(await put({ ...boulder, createdAt: '2020-01-01T00:00:00Z' }), ['createdAt'], 'for another createdAt');
  });

  it('a body that is cut off, or is no object, returns 400', async () => {
    for (const body of ['{"name":', 'null', '[]', '7']) isProblem(await post(body), 400, `for the body ${body}`);
  });

  it('a body that is not announced as JSON returns 415', async () => {
    const response = await call('POST', '/boulders', { headers: { 'content-type': 'text/plain' }, body: JSON.stringify(valid) });
    isProblem(response, 415, 'for text/plain');
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect(await call('POST', '/boulders', { headers, body: JSON.stringify(valid) })).status(201, 'for JSON with a charset');
  });

  it('a body above 16 KiB returns 413', async () => {
    isProblem(await post({ ...valid, name: 'x'.repeat(20_000) }), 413, 'for a body of about 20 KB');
  });

  it('an id that is no whole number from 1 on returns 404', async () => {
    for (const id of ['abc', '07', '1e3', '-1', '0', '1.5', '99999999999999999999'])
      isProblem(await call('GET', `/boulders/${id}`), 404, `for the id ${id}`);
  });

  it('another method returns 405 with Allow', async () => {
    const one = isProblem(await call('PATCH', '/boulders/1', { body: {} }), 405, 'for PATCH');
    one.header('Allow', /^(?=.*\bGET\b)(?=.*\bPUT\b)(?=.*\bDELETE\b)/, 'to list GET, PUT and DELETE');
    const list = isProblem(await call('DELETE', '/boulders'), 405, 'for DELETE of the list');
    list.header('Allow', /^(?=.*\bGET\b)(?=.*\bPOST\b)/, 'to list GET and POST');
  });
});

describe('Stage 4: Lists', () => {
  /** Four boulders that differ in grade or wall, so that filters can be compared. */
  async function addFour() {
    const four = [];
    for (const [wall, grade] of [['tower', 15], ['tower', 16], ['tower', 17], ['slab', 16]])
      four.push((await addBoulder({ name: 'List', wall, grade })).id);
    return four;
  }
  /** All ids that a query gives, page by page. */
  async function idsOf(query) {
    const ids = [];
    let path = `/boulders?${query}`;
    for (let pages = 0; path && pages < 500; pages += 1) {
      const response = await call('GET', path);
      expect(response).status(200, 'for a page').that(Array.isArray(response.json?.items), 'an array "items"');
      ids.push(...response.json.items.map(({ id }) => id));
      path = response.json.next;
    }
    return ids;
  }

  it('limit says how many', async () => {
    await addFour();
    const response = await call('GET', '/boulders?limit=2');
    expect(response)
      .status(200, 'for the list')
      .that(response.json?.items?.length === 2, 'two boulders for limit=2')
      .that(typeof response.json.next === 'string', 'a link in "next", because there are more');
    for (let count = (await idsOf('limit=100')).length; count <= 50; count += 1) await addBoulder();
    const standard = await call('GET', '/boulders');
    expect(standard).that(standard.json?.items?.length === 50, 'fifty boulders without a limit').that(standard.json.next, 'a link in "next"');
  });

  it('following next gives every boulder once, in order of id', async () => {
    await addFour();
    const whole = await idsOf('limit=100');
    const pages = await idsOf('limit=2');
    const response = await call('GET', '/boulders?limit=2');
    expect(response)
      .that(pages.join() === whole.join(), `the same ids by pages of 2 as by pages of 100 (${pages.length} and ${whole.length} came)`)
      .that(pages.every((id, index) => index === 0 || Number(pages[index - 1]) < Number(id)), 'ids that grow from page to page');
  });

  it('the last page has null as next', async () => {
    const last = (await idsOf('limit=100')).at(-2);
    expect(await call('GET', `/boulders?limit=100&after=${last}`)).status(200, 'for the last page').field('next', null);
  });

  it('the filters may be combined', async () => {
    const [low, wanted, high, slab] = await addFour();
    const ids = await idsOf('wall=tower&minGrade=16&maxGrade=16&limit=1');
    const response = await call('GET', '/boulders?wall=tower&minGrade=16&maxGrade=16');
    expect(response)
      .that(ids.includes(wanted), 'a tower boulder of grade 16 in the pages for wall=tower, minGrade=16, maxGrade=16')
      .that(![low, high, slab].some((id) => ids.includes(id)), 'no boulder of another grade or wall, on any of the pages');
  });

  it('a filter that matches nothing returns an empty list', async () => {
    const response = await call('GET', `/boulders?wall=cave&after=999999998`);
    expect(response).status(200, 'when nothing matches').field('items', []).field('next', null);
  });

  it('an unknown parameter returns 400', async () => {
    isProblem(await call('GET', '/boulders?mingrade=3'), 400, 'for "mingrade", which is spelled minGrade');
  });

  it('a limit that is no number from 1 to 100 returns 400', async () => {
    for (const limit of ['0', '101', 'all', '1.5', ''])
      isProblem(await call('GET', `/boulders?limit=${limit}`), 400, `for the limit "${limit}"`);
  });

  it('a minimum above the maximum returns 400', async () => {
    isProblem(await call('GET', '/boulders?minGrade=5&maxGrade=4'), 400, 'for minGrade 5 and maxGrade 4');
  });
});

describe('Stage 5: The hour of the vandal', () => {
  it('no body gets a 500', async () => {
    const bodies = ['""', 'true', '{"name":{}}', '{"name":[],"wall":[],"grade":[]}', '{"name":"a","wall":"cave","grade":1e400}'];
    bodies.push(JSON.stringify({ ...valid, name: '🧗'.repeat(70) }), '{"__proto__":{"name":"x"}}', '{"name":null,"wall":null}', '');
    for (const body of bodies) {
      const response = await post(body);
      expect(response).that(response.status >= 400 && response.status < 500, `a status from 400 to 499 for the body ${body.slice(0, 60)}`);
    }
  });

  it('no query and no id gets a 500', async () => {
    for (const path of ['/boulders?limit=1&limit=2', '/boulders?after=%00', '/boulders?wall=__proto__', '/boulders/%20', '/boulders/1/2', '/boulders/%F0%9F']) {
      const response = await call('GET', path);
      expect(response).that(response.status < 500, 'no status from 500 on');
    }
  });

  it('what was refused has left no boulder behind', async () => {
    const before = await addBoulder();
    await post({ ...valid, grade: 99 });
    await post({ ...valid, wall: 'roof' });
    const response = await call('GET', `/boulders?after=${before.id}`);
    expect(response).status(200, 'for the list').field('items', [], 'because nothing valid came after it');
  });
});
