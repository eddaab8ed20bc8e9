// URL Shortener, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test url-shortener.test.mjs
//
// Needs Node.js 22 or later and no package. The last test uses up your limit of unknown codes: wait a minute before you run
// the tests again.
// Not tested: what happens while the database is stopped, kill -9 and SIGTERM, a second instance, and the load.
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const author = { authorization: 'Bearer test-author-1' };
const other = { authorization: 'Bearer test-author-2' };
const target = 'https://park.example/trails/17?lang=en#closures';
const newCode = () => `t-${randomUUID().slice(0, 13)}`;
const create = (body, headers = author) => call('POST', '/api/links', { headers, body });
const patch = (code, version, body, headers = author) =>
  call('PATCH', `/api/links/${code}`, { headers: { ...headers, ...(version && { 'if-match': version }) }, body });

async function newLink(body = { target }) {
  const response = await create(body);
  expect(response).status(201, 'for a valid target').that(typeof response.json?.code === 'string', 'a text "code" in the link');
  return response.json.code;
}

/** Asks again for up to ten seconds, which a change may take. */
async function until(isReached, ask) {
  let response = await ask();
  for (const end = Date.now() + 10_000; !isReached(response) && Date.now() < end; response = await ask())
    await new Promise((resolve) => setTimeout(resolve, 250));
  return response;
}

describe('Stage 1: Links and redirects', () => {
  it('POST /api/links returns 201 with a random code', async () => {
    const response = await create({ target });
    expect(response)
      .status(201, 'for a valid target')
      .field('target', target)
      .field('version', 1)
      .field('withdrawnAt', null)
      .that(/^[2-9a-hjkmnp-z]{7}$/u.test(response.json.code), 'a "code" of 7 characters from 2-9 and a-z without i, l and o');
  });

  it('the Location header of a new link leads to it', async () => {
    const created = await create({ target });
    expect(created).status(201, 'for a valid target').header('Location', /\S/, 'to lead to the link');
    const response = await call('GET', created.headers.get('location'), { headers: author });
    expect(response).that([200, 302].includes(response.status), '200 or 302 where Location leads');
  });

  it('the same target twice gets two codes', async () => {
    const [first, second] = [await create({ target }), await create({ target })];
    expect(second)
      .status(201, 'for a valid target')
      .that(first.json?.code !== second.json?.code, 'another code than the one before');
  });

  it('your own code is taken as it is', async () => {
    const code = newCode();
    expect(await call('GET', `/${code}`)).status(404, 'for an unknown code');
    expect(await create({ target, code })).status(201, 'for a code of your own').field('code', code);
    const found = await until(({ status }) => status === 302, () => call('GET', `/${code}`));
    expect(found).status(302, 'for a link whose code was unknown before, 10 seconds later');
  });

  it('a code that is taken returns 409, whoever asks', async () => {
    const code = await newLink({ target, code: newCode() });
    expect(await create({ target, code })).status(409, 'for a code that is taken');
    expect(await create({ target, code }, other)).status(409, 'for a code that another author has');
  });

  it('a code with other characters, or of 3 or 33, returns 422', async () => {
    for (const code of ['a_b_c', 'abc', 'x'.repeat(33), 'rob.txt', 'BEARS'])
      expect(await create({ target, code })).status(422, `for the code ${code}`);
  });

  it('GET /{code} redirects to the target', async () => {
    const target = 'https://Park.example/a%2Fb/../c?q=%C3%A4';
    const code = await newLink({ target });
    expect(await call('GET', `/${code}`))
      .status(302, 'for a link')
      .header('Cache-Control', /no-store/, 'to be no-store, so that a changed sign is seen')
      .that((await call('GET', `/${code}`)).headers.get('location') === target, `the stored target as Location: ${target}`);
  });

  it('upper case in the code makes no difference', async () => {
    const code = await newLink();
    const response = await call('GET', `/${code.toUpperCase()}`);
    expect(response).status(302, 'for a code typed in capitals').header('Location', /^https:\/\/park\.example\//, 'to be the target');
  });

  it('an unknown code returns 404 with no-store', async () => {
    expect(await call('GET', `/${newCode()}`)).status(404, 'for an unknown code').header('Cache-Control', /no-store/, 'to be no-store');
  });

  it('a target that is not an absolute http or https URL returns 422', async () => {
    for (const bad of ['javascript:alert(1)', 'ftp://park.example/', '/trails/17', 'park.example', 'https://park.example/a\r\nb: c', 'https://park.example/熊', '', 17])
      expect(await create({ target: bad })).status(422, `for the target ${JSON.stringify(bad)}`);
  });

  it('a target with a password, or to the service itself, returns 422', async () => {
    expect(await create({ target: 'https://me:pw@park.example/' })).status(422, 'for a target with a password in it');
    expect(await create({ target: `${base}/bears` })).status(422, "for a target on the service's own host");
  });

  it('a target of 2,048 characters is taken, one of 2,049 is not', async () => {
    const long = (length) => 'https://park.example/'.padEnd(length, 'x');
    expect(await create({ target: long(2048) })).status(201, 'for 2,048 characters');
    expect(await create({ target: long(2049) })).status(422, 'for 2,049 characters');
  });
});

describe('Stage 2: Change and withdrawal', () => {
  it('GET /api/links/{code} has the version as ETag', async () => {
    const code = await newLink();
    expect(await call('GET', `/api/links/${code}`, { headers: author }))
      .status(200, 'for your own link')
      .field('target', target)
      .header('ETag', /^"1"$/, 'to be "1" for a new link');
  });

  it('GET /api/links lists the newest first', async () => {
    const code = await newLink();
    const list = await call('GET', '/api/links?limit=2', { headers: author });
    expect(list)
      .status(200, 'for the list')
      .field('items.0.code', code)
      .that(list.json.items.length === 2, 'two links for limit=2')
      .that(list.json.nextCursor, 'a "nextCursor", because there are more');
    const next = await call('GET', `/api/links?limit=2&cursor=${encodeURIComponent(list.json.nextCursor)}`, { headers: author });
    const codes = list.json.items.map((link) => link.code);
    expect(next)
      .status(200, 'for the next page')
      .that(next.json?.items?.length > 0 && !next.json.items.some((link) => codes.includes(link.code)), 'other links than on the page before');
    const others = await call('GET', '/api/links?limit=2', { headers: other });
    expect(others).status(200, 'for another author').that(!others.json?.items?.some?.((link) => codes.includes(link.code)), 'only the links of that author');
  });

  it('PATCH with the version changes the target', async () => {
    const code = await newLink();
    expect(await patch(code, '"1"', { target: 'https://park.example/b' }))
      .status(200, 'for the present version')
      .field('target', 'https://park.example/b')
      .field('version', 2);
    expect(await patch(code, '"2"', { target: 'javascript:alert(1)' })).status(422, 'for a target that POST rejects, too');
  });

  it('PATCH without If-Match returns 428, with an old version 412', async () => {
    const code = await newLink();
    expect(await patch(code, undefined, { target })).status(428, 'without If-Match');
    expect(await patch(code, '"1"', { target: 'https://park.example/b' })).status(200, 'for the present version');
    expect(await patch(code, '"1"', { target })).status(412, 'for an old version');
  });

  it('of two PATCH requests at the same moment one wins', async () => {
    const code = await newLink();
    const both = await Promise.all(['b', 'c'].map((path) => patch(code, '"1"', { target: `https://park.example/${path}` })));
    const statuses = both.map(({ status }) => status).sort().join(' and ');
    expect(both[0]).that(statuses === '200 and 412', `one 200 and one 412 for the same version (they got ${statuses})`);
  });

  it('a changed target is seen within 10 seconds', async () => {
    const code = await newLink();
    await call('GET', `/${code}`);
    expect(await patch(code, '"1"', { target: 'https://park.example/b' })).status(200, 'for the present version');
    const isNew = (response) => response.headers.get('location') === 'https://park.example/b';
    const response = await until(isNew, () => call('GET', `/${code}`));
    expect(response).status(302, 'for a link').that(isNew(response), 'the new target as Location, 10 seconds after the change');
  });

  it('a withdrawn link returns 410, and its code is never free again', async () => {
    const code = await newLink();
    await call('GET', `/${code}`);
    expect(await call('DELETE', `/api/links/${code}`, { headers: author })).status(204, 'for your own link');
    expect(await call('DELETE', `/api/links/${code}`, { headers: author })).status(204, 'for the same request again');
    const gone = await until(({ status }) => status === 410, () => call('GET', `/${code}`));
    expect(gone).status(410, 'for a withdrawn code, 10 seconds later').header('Cache-Control', /no-store/, 'to be no-store');
    expect(await create({ target, code })).status(409, 'for a code that was used before');
    const kept = await call('GET', `/api/links/${code}`, { headers: author });
    expect(kept).status(200, 'for the owner').that(!Number.isNaN(Date.parse(kept.json?.withdrawnAt)), 'a moment in "withdrawnAt"');
    expect(await patch(code, '"1"', { target })).status(410, 'for PATCH of a withdrawn link');
  });

  it('without a valid token /api/links returns 401', async () => {
    expect(await create({ target }, {})).status(401, 'without a token');
    expect(await call('GET', '/api/links', { headers: { authorization: 'Bearer wrong' } })).status(401, 'for an unknown token');
  });

  it("another author's link looks like a missing one", async () => {
    const code = await newLink();
    const missing = await call('GET', `/api/links/${newCode()}`, { headers: other });
    expect(missing).status(404, 'for an unknown code');
    const strange = await call('GET', `/api/links/${code}`, { headers: other });
    expect(strange).status(404, "for another author's link").that(strange.text === missing.text, `the body of an unknown code: ${missing.text}`);
    expect(await patch(code, '"1"', { target }, other)).status(404, "for PATCH of another author's link");
    expect(await call('DELETE', `/api/links/${code}`, { headers: other })).status(404, "for DELETE of another author's link");
    expect(await call('GET', `/api/links/${code}/clicks`, { headers: other })).status(404, "for another author's clicks");
    expect(await call('GET', `/${code}`)).status(302, 'for a visitor, after another author tried to withdraw the link');
  });

  it('GET /api/health returns 200', async () => {
    expect(await call('GET', '/api/health')).status(200, 'while the database responds');
  });
});

describe('Stage 3: Counting', () => {
  it('clicks are counted within 60 seconds, a HEAD request is no click', async () => {
    const code = await newLink();
    for (const method of ['GET', 'HEAD', 'GET']) expect(await call(method, `/${code}`)).status(302, 'for a link');
    const sum = (response) => response.json?.days?.reduce?.((total, { clicks }) => total + clicks, 0) ?? 0;
    let response;
    for (const end = Date.now() + 60_000; !response || (sum(response) < 2 && response.status === 200 && Date.now() < end); ) {
      if (response) await new Promise((resolve) => setTimeout(resolve, 500));
      response = await call('GET', `/api/links/${code}/clicks`, { headers: author });
    }
    expect(response)
      .status(200, 'for the clicks of your own link')
      .that(sum(response) === 2, 'clicks that add up to 2 in "days", after two GET requests and one HEAD request')
      .field('days.0.day', new Date().toISOString().slice(0, 10));
  });
});

describe('Stage 4: Someone who tries codes', () => {
  it('after 60 unknown codes in a minute there is a 429, but known codes still work', async () => {
    const code = await newLink();
    expect(await call('GET', `/${code}`)).status(302, 'for a link');
    const all = await Promise.all(Array.from({ length: 80 }, () => call('GET', `/${newCode()}`)));
    const limited = all.filter(({ status }) => status === 429);
    expect(all.at(-1))
      .that(limited.length > 0, 'a 429 among the responses to 80 unknown codes')
      .that(all.filter(({ status }) => status === 404).length >= 40, 'a 404 for most of the first 60 of them');
    expect(limited[0]).header('Retry-After', /\S/, 'to say when to try again');
    expect(await call('GET', `/${code}`)).status(302, 'for a code that is in the cache, also while unknown ones get 429');
  });
});
