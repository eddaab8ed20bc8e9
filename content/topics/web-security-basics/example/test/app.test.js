import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
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
      cookie: `__Host-sid=${forum.logIn('ada')}`,
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
    [{ 'sec-fetch-site': 'cross-site' }, 403],
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
    assert.match(csp, /^default-src 'self';script-src 'nonce-.{20,}'/, kind);
    assert.match(csp, /object-src 'none';.*frame-ancestors 'none'/, kind);
    assert.doesNotMatch(csp, /unsafe/, kind);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', kind);
    assert.match(headers.get('strict-transport-security'), /max-age=300/, kind);
    assert.equal(headers.get('x-frame-options'), 'DENY', kind);
    assert.match(csp, /base-uri 'none';form-action 'self'/, kind);
    assert.match(headers.get('referrer-policy'), /^strict-origin-when-/, kind);
    assert.match(headers.get('permissions-policy'), /^camera=\(\), mic/, kind);
    const opener = headers.get('cross-origin-opener-policy');
    assert.equal(opener, 'same-origin', kind);
  }
});
// #endregion headers

test('each response has its own nonce', async () => {
  const nonce = async () =>
    /nonce="([^"]+)"/.exec(await (await fetch(url)).text())[1];
  assert.notEqual(await nonce(), await nonce());
});

test('the page shows comments and queries as text, and no cache keeps it', async () => {
  const text = '<img src=x onerror=alert(1)>';
  forum.comments.push({ author: text, website: 'javascript:x', text });
  for (const path of ['/', `/search?q=${encodeURIComponent(text)}`]) {
    const res = await fetch(url + path);
    assert.equal(res.headers.get('cache-control'), 'no-store');
    const page = await res.text();
    assert.ok(page.includes('&lt;img src=x'), path);
    assert.doesNotMatch(page, /<img|javascript:/, path);
  }
});

test('an error of the API is JSON, not a page', async () => {
  const res = await fetch(`${url}/api/members/x`);
  assert.match(res.headers.get('content-type'), /^application\/json/);
});

test('only administrators add one, with a cookie that siblings cannot set', async () => {
  const cookies = ['', `__Host-sid=${forum.logIn('eve')}`];
  cookies.push(`sid=${forum.logIn('ada')}`, '__Host-sid=constructor');
  for (const cookie of cookies) {
    for (const path of ['/admins', '/api/admins']) {
      const res = await addAdmin({ cookie }, path);
      assert.equal(res.status, 403, cookie);
    }
  }
  const res = await fetch(`${url}/login`, { method: 'POST' });
  assert.match(
    res.headers.get('set-cookie'),
    /^__Host-sid=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test('the fragment of a link is shown as text', async () => {
  const code = await readFile(
    new URL('../src/public/forum.js', import.meta.url),
    'utf8',
  );
  const greeting = {};
  runInNewContext(code, {
    document: { querySelector: () => greeting },
    location: { hash: '#%3Cimg%20src%3Dx%3E' },
  });
  assert.deepEqual(greeting, { textContent: 'Welcome back, <img src=x>!' });
});

test('an error from elsewhere is a 500, whatever its status', async (t) => {
  t.mock.method(console, 'error', () => {});
  t.mock.method(forum, 'userOf', () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  });
  const ours = { 'sec-fetch-site': 'same-origin', origin };
  assert.equal((await addAdmin(ours)).status, 500);
  assert.equal((await fetch(`${url}/api/members/%`)).status, 400);
});
