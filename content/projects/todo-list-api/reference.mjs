// A solution of the Todo List API without packages. It keeps its data in memory, where the project asks for PostgreSQL.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

/** A cost of 1,024 lets the tests run quickly; a real service keeps the default of 16,384, or goes above it. */
const hash = (password, salt) => promisify(scrypt)(password, salt, 32, { cost: 1024 });
const users = new Map();
const todos = new Map();
let lastId = 0;

class Problem extends Error {
  constructor(status, type, title, more = {}) {
    super(title);
    Object.assign(this, { status, headers: more.headers, body: { type, title, status, errors: more.errors } });
  }
}
const notFound = () => new Problem(404, '/problems/not-found', 'There is no such todo');

/** Refuses a body in which a rule complains: `[field, whether it is wrong, message]`. */
function check(rules) {
  const errors = rules.filter(([, isWrong]) => isWrong).map(([field, , message]) => ({ field, message }));
  if (errors.length > 0) throw new Problem(422, '/problems/validation', 'The input is not valid', { errors });
}

async function readJson(request) {
  if (!/^application\/json *(?:;|$)/iu.test(request.headers['content-type'] ?? ''))
    throw new Problem(415, '/problems/media-type', 'The body must be application/json');
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, '/problems/malformed-json', 'The body is not valid JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) check([['', true, 'must be an object']]);
  return body;
}

const decoy = { id: 0, salt: randomBytes(16), key: randomBytes(32) };

async function signedIn(request) {
  const [, encoded = ''] = /^Basic (.+)$/iu.exec(request.headers.authorization ?? '') ?? [];
  const text = Buffer.from(encoded, 'base64').toString();
  const end = text.indexOf(':');
  // An unknown email costs as much as a wrong password.
  const user = users.get(text.slice(0, end).toLowerCase()) ?? decoy;
  const key = encoded && (await hash(text.slice(end + 1), user.salt));
  if (!key || user === decoy || !timingSafeEqual(key, user.key))
    throw new Problem(401, '/problems/sign-in', 'Sign in', { headers: { 'www-authenticate': 'Basic realm="todos"' } });
  return user;
}

async function addUser(request) {
  const { email, password } = await readJson(request);
  check([
    ['email', typeof email !== 'string' || !/^\S+@\S+$/u.test(email), 'must be an email address'],
    ['password', typeof password !== 'string' || password.length < 12 || password.length > 128, 'must have 12 to 128 characters'],
  ]);
  const name = email.toLowerCase();
  const salt = randomBytes(16);
  const key = await hash(password, salt);
  // Checked and stored without a pause between, as a unique constraint does it.
  if (users.has(name)) throw new Problem(409, '/problems/email-taken', 'This email has an account');
  users.set(name, { id: ++lastId, salt, key });
  return { status: 201, body: { email: name } };
}

const isDate = (text) => {
  const moment = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

function checkTodo({ title, note, dueOn, done }) {
  check([
    ['title', typeof title !== 'string' || title.trim() === '' || title.length > 200 || title.includes('\0'), 'must have 1 to 200 characters'],
    ['note', typeof note !== 'string' || note.length > 2000, 'must have at most 2,000 characters'],
    ['dueOn', dueOn !== null && (typeof dueOn !== 'string' || !isDate(dueOn)), 'must be a date such as 2026-12-01'],
    ['done', typeof done !== 'boolean', 'must be true or false'],
  ]);
}

const shown = ({ owner, doneAt, ...todo }) => ({ ...todo, done: doneAt !== null, doneAt });

async function addTodo(request, user) {
  const { title, note = '', dueOn = null } = await readJson(request);
  checkTodo({ title, note, dueOn, done: false });
  const id = String(++lastId);
  const todo = { id, owner: user.id, title, note, dueOn, doneAt: null, createdAt: new Date().toISOString() };
  todos.set(id, todo);
  return { status: 201, headers: { location: `/todos/${id}` }, body: shown(todo) };
}

function list(query, user) {
  const limit = Number(query.get('limit') ?? 20);
  const cursor = query.get('cursor') ?? '0';
  const status = query.get('status');
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100) || !/^\d{1,15}$/u.test(cursor) || !['open', 'done', null].includes(status))
    throw new Problem(400, '/problems/query', 'A query parameter is not valid');
  const after = [...todos.values()].filter(
    ({ id, owner, doneAt }) => owner === user.id && Number(id) > Number(cursor) && (!status || (doneAt === null) === (status === 'open')),
  );
  const items = after.slice(0, limit);
  return { status: 200, body: { items: items.map(shown), nextCursor: after.length > limit ? items.at(-1).id : null } };
}

async function change(request, todo) {
  const body = await readJson(request);
  const { title = todo.title, note = todo.note, dueOn = todo.dueOn, done = todo.doneAt !== null } = body;
  checkTodo({ title, note, dueOn, done });
  const doneAt = done ? (todo.doneAt ?? new Date().toISOString()) : null;
  Object.assign(todo, { title, note, dueOn, doneAt });
  return { status: 200, body: shown(todo) };
}

async function respond(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const route = `${request.method} ${pathname}`;
  if (route === 'GET /health') return { status: 200, body: { status: 'ok' } };
  if (route === 'POST /users') return addUser(request);
  const [, id] = /^\/todos(?:\/([^/]+))?$/u.exec(pathname) ?? [null, null];
  if (id === null) throw new Problem(404, '/problems/not-found', 'There is no such page');
  const user = await signedIn(request);
  if (route === 'GET /todos') return list(searchParams, user);
  if (route === 'POST /todos') return addTodo(request, user);
  const todo = todos.get(id);
  if (!todo || todo.owner !== user.id) throw notFound();
  if (request.method === 'GET') return { status: 200, body: shown(todo) };
  if (request.method === 'PATCH') return change(request, todo);
  if (request.method !== 'DELETE') throw new Problem(405, '/problems/method', 'Not allowed here');
  todos.delete(id);
  return { status: 204 };
}

const server = createServer(async (request, response) => {
  const { status, headers, body } = await respond(request).catch((error) => {
    if (error instanceof Problem) return error;
    console.error(error);
    return new Problem(500, '/problems/unexpected', 'Something went wrong');
  });
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { ...(body && { 'content-type': type }), ...headers }).end(body && JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log(`http://localhost:${server.address().port}`));
