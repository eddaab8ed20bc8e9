// Todo List API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test todo-list-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates accounts and todos of its own, so use a database that you can
// throw away. They sign in with Basic.
// Not tested: that a list without a limit ends at 100 todos, that passwords are hashed, that data survives a restart, that 401
// takes as long for an unknown email as for a wrong password, and what happens without a database or without DATABASE_URL.
import { randomUUID } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const password = 'correct horse battery';
const newEmail = () => `ada.${randomUUID()}@example.com`;
const signIn = (email, secret = password) => ({
  authorization: `Basic ${Buffer.from(`${email}:${secret}`).toString('base64')}`,
});

/** Creates an account and returns the headers of its requests. Before stage 4 there may be none, and no one asks for it. */
async function newUser() {
  const email = newEmail();
  await call('POST', '/users', { body: { email, password } });
  return signIn(email);
}

async function addTodo(headers, body = { title: 'Order flour' }) {
  const response = await call('POST', '/todos', { headers, body });
  expect(response).status(201, 'for a valid todo').that(response.json?.id, 'an "id" in the todo');
  return response.json;
}

const isProblem = (response, status, when) =>
  expect(response)
    .status(status, when)
    .header('Content-Type', /^application\/problem\+json/, 'to be application/problem+json for every error')
    .that(typeof response.json?.type === 'string', 'a "type" in every error')
    .that(typeof response.json?.title === 'string', 'a "title" in every error')
    .field('status', status, 'in the body as well');

const namesField = (response, field, when) =>
  isProblem(response, 422, when).that(
    response.json.errors?.some?.((error) => error?.field === field),
    `"${field}" as the field of an entry in "errors"`,
  );

describe('Stage 1: One resource', () => {
  let headers;
  before(async () => {
    headers = await newUser();
  });

  it('POST /todos returns 201 with the todo', async () => {
    const response = await call('POST', '/todos', { headers, body: { title: 'Order flour', dueOn: '2026-12-01' } });
    expect(response)
      .status(201, 'for a valid todo')
      .field('title', 'Order flour')
      .field('dueOn', '2026-12-01', 'as it was sent, without a time')
      .field('done', false, 'for a new todo')
      .field('doneAt', null, 'for a new todo')
      .that(typeof response.json.id === 'string', 'an "id" that is text, not a number');
  });

  it('the Location header of a new todo leads to it', async () => {
    const created = await call('POST', '/todos', { headers, body: { title: 'Order flour' } });
    expect(created).status(201, 'for a valid todo').header('Location', /\S/, 'to lead to the new todo');
    const response = await call('GET', created.headers.get('location'), { headers });
    expect(response).status(200, 'where Location leads').field('title', 'Order flour');
  });

  it('GET /todos lists what was added, the oldest first', async () => {
    const own = await newUser();
    const first = await addTodo(own, { title: 'Clean oven' });
    const second = await addTodo(own, { title: 'Pay rent' });
    const response = await call('GET', '/todos?limit=100', { headers: own });
    expect(response)
      .status(200, 'for the list')
      .that(Array.isArray(response.json?.items), 'an array "items" in the list');
    const places = [first, second].map(({ id }) => response.json.items.findIndex((item) => item?.id === id));
    expect(response).that(places[0] >= 0 && places[1] > places[0], 'both new todos, the older one first');
  });

  it('PATCH /todos/{id} changes the title', async () => {
    const { id } = await addTodo(headers);
    const response = await call('PATCH', `/todos/${id}`, { headers, body: { title: 'Order rye flour' } });
    expect(response).status(200, 'for a valid change').field('title', 'Order rye flour');
    const stored = await call('GET', `/todos/${id}`, { headers });
    expect(stored).status(200, 'for a todo that exists').field('title', 'Order rye flour', 'after the change');
  });

  it('DELETE /todos/{id} returns 204, and the todo is gone', async () => {
    const { id } = await addTodo(headers);
    expect(await call('DELETE', `/todos/${id}`, { headers })).status(204, 'for a todo that exists');
    expect(await call('GET', `/todos/${id}`, { headers })).status(404, 'after the todo was deleted');
    expect(await call('DELETE', `/todos/${id}`, { headers })).status(404, 'when the todo is gone already');
  });

  it('a todo that does not exist returns 404', async () => {
    const path = '/todos/999999999';
    expect(await call('GET', path, { headers })).status(404, "when the todo doesn't exist");
    expect(await call('DELETE', path, { headers })).status(404, "when the todo doesn't exist");
    const response = await call('PATCH', path, { headers, body: { title: 'Order flour' } });
    expect(response).status(404, "when the todo doesn't exist");
  });
});

describe('Stage 2: Input and errors', () => {
  let headers;
  before(async () => {
    headers = await newUser();
  });
  const post = (body) => call('POST', '/todos', { headers, body });

  it('a missing title returns 422 and names the field', async () => {
    namesField(await post({}), 'title', 'without a title');
  });

  it('a blank title returns 422 and names the field', async () => {
    namesField(await post({ title: '   ' }), 'title', 'for a title of blanks');
  });

  it('a title of 200 characters is taken, one of 201 is not', async () => {
    expect(await post({ title: 'x'.repeat(200) })).status(201, 'for a title of 200 characters');
    namesField(await post({ title: 'x'.repeat(201) }), 'title', 'for a title of 201 characters');
  });

  it('a due date that is no date returns 422 and names the field', async () => {
    namesField(await post({ title: 'Pay rent', dueOn: '2026-02-30' }), 'dueOn', 'for February 30');
    namesField(await post({ title: 'Pay rent', dueOn: 'tomorrow' }), 'dueOn', 'for "tomorrow"');
  });

  it('two wrong fields are both named', async () => {
    const response = await post({ title: '', dueOn: 'soon' });
    namesField(response, 'title', 'for an empty title');
    namesField(response, 'dueOn', 'for "soon"');
  });

  it('a PATCH with a wrong field returns 422 and changes nothing', async () => {
    const { id } = await addTodo(headers);
    const body = { title: ' ', note: 'rye' };
    namesField(await call('PATCH', `/todos/${id}`, { headers, body }), 'title', 'for a title of blanks');
    namesField(await call('PATCH', `/todos/${id}`, { headers, body: { title: null } }), 'title', 'for a title of null');
    const stored = await call('GET', `/todos/${id}`, { headers });
    expect(stored).field('title', 'Order flour', 'as before').field('note', '', 'as before');
  });

  it('a body that is cut off returns 400', async () => {
    const json = { ...headers, 'content-type': 'application/json' };
    isProblem(await call('POST', '/todos', { headers: json, body: '{"title":' }), 400, "for a body that isn't JSON");
  });

  it('a body that is not announced as JSON returns 415', async () => {
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    isProblem(await call('POST', '/todos', { headers: form, body: 'title=x' }), 415, 'for a form');
  });

  it('an id that is no number, or far too large, returns 404', async () => {
    isProblem(await call('GET', '/todos/abc', { headers }), 404, 'for an id that no todo has');
    isProblem(await call('GET', '/todos/99999999999999999999', { headers }), 404, 'for an id that no todo has');
  });

  it('a limit that is no number from 1 to 100 returns 400', async () => {
    for (const limit of ['0', '101', 'many'])
      isProblem(await call('GET', `/todos?limit=${limit}`, { headers }), 400, `for the limit ${limit}`);
  });
});

describe('Stage 3: A todo that keeps its data', () => {
  let headers;
  before(async () => {
    headers = await newUser();
  });
  const patch = (id, body) => call('PATCH', `/todos/${id}`, { headers, body });

  it('PATCH leaves fields alone that are not sent', async () => {
    const { id } = await addTodo(headers, { title: 'Order flour', note: '20 kg', dueOn: '2026-12-01' });
    expect(await patch(id, { title: 'Order rye' }))
      .status(200, 'for a valid change')
      .field('title', 'Order rye')
      .field('note', '20 kg', 'because the note was not sent')
      .field('dueOn', '2026-12-01', 'because the due date was not sent');
  });

  it('PATCH with null removes the due date', async () => {
    const { id } = await addTodo(headers, { title: 'Order flour', dueOn: '2026-12-01' });
    expect(await patch(id, { dueOn: null })).status(200, 'for a due date of null').field('dueOn', null);
  });

  it('a todo that is done has the time of it', async () => {
    const { id } = await addTodo(headers);
    const response = await patch(id, { done: true });
    expect(response)
      .status(200, 'for a valid change')
      .field('done', true)
      .that(!Number.isNaN(Date.parse(response.json.doneAt)), 'a moment in "doneAt"');
    expect(await patch(id, { title: 'Order rye' })).field('done', true, 'because it was not sent');
    expect(await patch(id, { done: false })).status(200, 'for a valid change').field('done', false).field('doneAt', null, 'again');
  });

  it('setting done twice keeps the first time', async () => {
    const { id } = await addTodo(headers);
    const first = await patch(id, { done: true });
    expect(first).status(200, 'for a valid change');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await patch(id, { done: true })).field('doneAt', first.json?.doneAt, 'as the first time');
  });

  it('status=open leaves out what is done', async () => {
    const own = await newUser();
    const done = await addTodo(own);
    const open = await addTodo(own);
    await call('PATCH', `/todos/${done.id}`, { headers: own, body: { done: true } });
    const response = await call('GET', '/todos?status=open&limit=100', { headers: own });
    const ids = response.json?.items?.map?.(({ id }) => id) ?? [];
    expect(response)
      .status(200, 'for the list')
      .that(ids.includes(open.id), 'the open todo in the list of open ones')
      .that(!ids.includes(done.id), 'no finished todo in the list of open ones');
  });

  it('GET /health returns 200', async () => {
    expect(await call('GET', '/health')).status(200, 'while the database responds');
  });
});

describe('Stage 4: Users', () => {
  it('POST /users returns 201 without the password', async () => {
    const response = await call('POST', '/users', { body: { email: newEmail(), password } });
    expect(response)
      .status(201, 'for a new email and a password of 21 characters')
      .that(!response.text.includes(password), 'no password in the response')
      .that(!/hash|scrypt|argon2|\$2[aby]\$/u.test(response.text), 'no hash in the response');
  });

  it('a password of 11 or 129 characters returns 422, one of 12 or 128 is taken', async () => {
    const create = (length) => call('POST', '/users', { body: { email: newEmail(), password: 'x'.repeat(length) } });
    namesField(await create(11), 'password', 'for a password of 11 characters');
    namesField(await create(129), 'password', 'for a password of 129 characters');
    expect(await create(12)).status(201, 'for a password of 12 characters');
    expect(await create(128)).status(201, 'for a password of 128 characters');
  });

  it('an email that exists returns 409, in upper case too', async () => {
    const email = newEmail();
    expect(await call('POST', '/users', { body: { email, password } })).status(201, 'for a new email');
    isProblem(await call('POST', '/users', { body: { email, password } }), 409, 'for an email that exists');
    const upper = { email: email.toUpperCase(), password };
    isProblem(await call('POST', '/users', { body: upper }), 409, 'for the same email in upper case');
  });

  it('two registrations at the same moment create one account', async () => {
    const body = { email: newEmail(), password };
    const both = await Promise.all([1, 2].map(() => call('POST', '/users', { body })));
    const statuses = both.map(({ status }) => status).sort();
    expect(both[1]).that(
      statuses.join() === '201,409',
      `one 201 and one 409 for two requests with one email (they got ${statuses.join(' and ')})`,
    );
  });

  it('without credentials /todos returns 401 with WWW-Authenticate', async () => {
    const challenge = (response, when) =>
      isProblem(response, 401, when).header('WWW-Authenticate', /\S/, 'to say how to sign in');
    challenge(await call('GET', '/todos'), 'without credentials');
    challenge(await call('POST', '/todos', { body: { title: 'x' } }), 'without credentials');
    challenge(await call('GET', '/todos/1'), 'without credentials');
  });

  it('a wrong password and an unknown email return 401', async () => {
    const email = newEmail();
    await call('POST', '/users', { body: { email, password } });
    const wrong = signIn(email, 'wrong horse battery');
    isProblem(await call('GET', '/todos', { headers: wrong }), 401, 'for a wrong password');
    isProblem(await call('GET', '/todos', { headers: signIn(newEmail()) }), 401, 'for an unknown email');
    // A colon belongs to the password, and so does what comes after 72 bytes.
    const long = { email: newEmail(), password: `colon:${'x'.repeat(80)}` };
    await call('POST', '/users', { body: long });
    expect(await call('GET', '/todos', { headers: signIn(long.email, long.password) })).status(200, 'for the right password');
    const similar = signIn(long.email, `${long.password.slice(0, -1)}y`);
    isProblem(await call('GET', '/todos', { headers: similar }), 401, 'for a password whose last character is wrong');
  });

  it("another user's todo looks like a missing one, whatever Bo tries", async () => {
    const ada = await newUser();
    const bo = await newUser();
    const { id } = await addTodo(ada);
    for (const [method, body] of [['GET'], ['PATCH', { title: 'Mine' }], ['DELETE']]) {
      const response = await call(method, `/todos/${id}`, { headers: bo, body });
      isProblem(response, 404, "for another user's todo");
      const missing = await call(method, '/todos/999999999', { headers: bo, body });
      expect(response).that(response.text === missing.text, `the same body as for a missing id: ${missing.text}`);
    }
    expect(await call('GET', `/todos/${id}`, { headers: ada }))
      .status(200, 'for the owner, after Bo tried to change and delete it')
      .field('title', 'Order flour');
  });

  it("the list has one's own todos only", async () => {
    const ada = await newUser();
    const bo = await newUser();
    const { id } = await addTodo(ada);
    const response = await call('GET', '/todos?limit=100', { headers: bo });
    expect(response)
      .status(200, 'for the list')
      .that(!response.json?.items?.some?.((item) => item.id === id), "no todo of Ada's in Bo's list");
  });
});

describe('Stage 5: Fit to run', () => {
  const addMany = async (headers, count) => {
    const ids = [];
    for (let number = 1; number <= count; number += 1) ids.push((await addTodo(headers, { title: `Todo ${number}` })).id);
    return ids;
  };
  const page = async (headers, query) => {
    const response = await call('GET', `/todos?${query}`, { headers });
    expect(response).status(200, 'for a page').that(Array.isArray(response.json?.items), 'an array "items" in a page');
    return response;
  };

  it('limit=2 returns two todos and a cursor', async () => {
    const headers = await newUser();
    await addMany(headers, 3);
    const response = await page(headers, 'limit=2');
    expect(response)
      .that(response.json.items.length === 2, 'two todos for limit=2')
      .that(response.json.nextCursor, 'a "nextCursor", because there is a third todo');
  });

  it('the last page has no cursor', async () => {
    const headers = await newUser();
    await addMany(headers, 2);
    expect(await page(headers, 'limit=2')).field('nextCursor', null, 'on the last page');
  });

  it('following cursors while todos are added repeats none and skips none', async () => {
    const headers = await newUser();
    const ids = await addMany(headers, 5);
    const seen = [];
    let cursor = '';
    for (let pages = 0; pages < 20 && cursor !== null; pages += 1) {
      const response = await page(headers, `limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...response.json.items.map(({ id }) => id));
      if (pages < 3) await addTodo(headers, { title: 'Late' });
      cursor = response.json.nextCursor ?? null;
    }
    const last = await page(headers, 'limit=100');
    expect(last)
      .that(new Set(seen).size === seen.length, `no todo twice on the way through pages of 2 (they had ${seen.join(' ')})`)
      .that(
        ids.every((id) => seen.includes(id)),
        `every todo that existed at the start (the pages of 2 had ${seen.join(' ')}, the start ${ids.join(' ')})`,
      );
  });

  it('a cursor that was not given out returns 400', async () => {
    isProblem(await call('GET', '/todos?cursor=%00nonsense', { headers: await newUser() }), 400, 'for an invented cursor');
  });

  it('no error shows a stack trace or SQL', async () => {
    const headers = await newUser();
    const json = { ...headers, 'content-type': 'application/json' };
    const bodies = ['[]', 'null', '"x"', '{"title":{"a":1}}', '{"title":"a\\u0000b"}', '{"title":"x","dueOn":5}'];
    for (const body of bodies) {
      const response = await call('POST', '/todos', { headers: json, body });
      expect(response)
        .that(response.status < 500, `an error that is the client's, not a 500, for the body ${body}`)
        .that(!/\bat .+:\d+:\d+|SELECT |INSERT |stack/u.test(response.text), 'no stack trace and no SQL');
    }
  });
});
