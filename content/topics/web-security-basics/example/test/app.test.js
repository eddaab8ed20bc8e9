import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { createApp } from '../src/app.js';
import { createForum } from '../src/forum.js';
import { html, safeUrl } from '../src/html.js';

const origin = 'https://forum.example';
const forum = createForum();
let server, url;

before(async () => {
  server = createApp(forum, origin).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

function addAdmin(headers, path = '/admins', body = 'name=bob') {
  return fetch(`${url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: `sid=${forum.logIn('ada')}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body,
  });
}

test('html encodes values, but not the parts that it made itself', () => {
  const name = `<b>"&'`;
  const item = html`<li title="${name}">${name}</li>`;
  assert.equal(
    String(html`${[item]}<br />`),
    '<li title="&lt;b&gt;&quot;&amp;&#39;">&lt;b&gt;&quot;&amp;&#39;</li><br />',
  );
});

test('safeUrl lets only web links through', () => {
  assert.equal(safeUrl('https://example.com/a'), 'https://example.com/a');
  for (const text of [
    'javascript:x',
    ' JaVa\nscript:x',
    'data:text/html,x',
    '',
  ]) {
    assert.equal(safeUrl(text), '#', text);
  }
});

// #region guard
test('only requests of our own origin change anything', async () => {
  const cases = [
    [{ 'sec-fetch-site': 'same-origin', origin }, 303],
    [{ 'sec-fetch-site': 'none' }, 303], // the user submits it directly
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }, 403],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://x.forum.example' }, 403],
    [{ origin: 'https://evil.test' }, 403], // a browser without Sec-Fetch-Site
    [{ origin: 'null' }, 403],
    [{ origin }, 303],
    [{}, 303], // curl, which has no victim's cookie
  ];
  for (const [headers, status] of cases) {
    const res = await addAdmin(headers);
    assert.equal(res.status, status, JSON.stringify(headers));
  }
});
// #endregion guard

test('the API takes JSON only with its content type', async () => {
  const body = '{"name":"bob"}';
  const text = { 'content-type': 'text/plain' };
  const json = { 'content-type': 'application/json' };
  assert.equal((await addAdmin(text, '/api/admins', body)).status, 400);
  assert.equal((await addAdmin(json, '/api/admins', body)).status, 303);
});

// #region headers
test('every kind of response has the headers', async () => {
  const responses = {
    page: await fetch(url),
    file: await fetch(`${url}/forum.js`),
    redirect: await addAdmin({}),
    'not found': await fetch(`${url}/nothing-here`),
    'bad request': await fetch(`${url}/%E0%A4%A`),
    api: await fetch(`${url}/api/members/x`),
  };
  for (const [kind, { headers }] of Object.entries(responses)) {
    const csp = headers.get('content-security-policy');
    assert.match(csp, /script-src 'nonce-.{20,}'/, kind);
    assert.match(csp, /frame-ancestors 'none'/, kind);
    assert.doesNotMatch(csp, /unsafe/, kind);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', kind);
    assert.match(headers.get('strict-transport-security'), /max-age=\d+/, kind);
  }
});
// #endregion headers

test('each response has its own nonce', async () => {
  const nonce = async () =>
    /nonce="([^"]+)"/.exec(await (await fetch(url)).text())[1];
  assert.notEqual(await nonce(), await nonce());
});
