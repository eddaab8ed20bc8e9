// A solution of the User Management API without packages. It keeps everything in memory, where the project asks for a database.
import { createHash, randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { check, Problem, serve } from '../serve.mjs';

const minute = 60_000;
const origin = process.env.ORIGIN ?? 'http://localhost:5173';
const common = new Set(['passwordpassword', '123456789012345']);
const users = new Map();
const sessions = new Map();
/** Invitations and resets by the hash of their token. */
const tokens = new Map();
const failures = new Map();
const mails = [];
const log = [];

const hashOf = (text) => createHash('sha256').update(text).digest('hex');
const newToken = () => randomBytes(24).toString('base64url');
const derive = promisify(scrypt);
async function passwordHash(password, salt = randomBytes(16)) {
  return { salt, key: await derive(password, salt, 32) };
}
/** What a password is compared with when nobody has the email, so that the answer takes equally long. */
const decoy = await passwordHash(newToken());
const matches = async (password, { salt, key }) => timingSafeEqual((await passwordHash(password, salt)).key, key);

const shown = ({ id, name, email, role, state, lastLoginAt }) => ({ id, name, email, role, state, lastLoginAt });
const note = (context, actor, action, subject) =>
  log.push({ at: new Date().toISOString(), address: context.request.socket.remoteAddress, actor, action, subject });
const byEmail = (email) => [...users.values()].find((user) => user.email === email);
const isEmail = (email) => typeof email === 'string' && /^[^@\s]+@[^@\s]+$/.test(email);
const notFound = () => new Problem(404, 'not-found', 'There is no such user');
const forbidden = () => new Problem(403, 'forbidden', 'Only admins do that');
const badToken = () => new Problem(400, 'token', 'The link is not valid any more');

function checkPassword(password, email) {
  check(
    ['password', typeof password === 'string' && password.length >= 15 && password.length <= 128, 'must have 15 to 128 characters'],
    ['password', !common.has(password), 'is too common'],
    ['password', String(password).toLowerCase() !== email, 'must not be the email'],
  );
}

function sameOrigin({ headers }) {
  if ((headers.origin ?? origin) !== origin) throw new Problem(403, 'origin', 'This page may not do that');
}

function session({ headers }) {
  const [, id = ''] = /(?:^|;\s*)__Host-session=([^;]*)/.exec(headers.cookie ?? '') ?? [];
  const found = sessions.get(hashOf(id));
  const user = users.get(found?.user);
  const now = Date.now();
  if (user?.state !== 'active' || found.seen <= now - 30 * minute || found.created <= now - 720 * minute)
    throw new Problem(401, 'session', 'Log in first');
  found.seen = now;
  return { key: hashOf(id), user };
}
function admin(context) {
  const { user } = session(context);
  if (user.role !== 'admin') throw forbidden();
  return user;
}
/** The user in the path, for an admin; a member learns only about the own id that it exists. */
function subject(context) {
  const { user } = session(context);
  const found = users.get(context.params.id);
  if (user.role !== 'admin') throw found === user ? forbidden() : notFound();
  if (!found || found.state === 'deleted') throw notFound();
  return { actor: user, found };
}
function endSessions({ id }, except) {
  for (const [key, { user }] of sessions) if (user === id && key !== except) sessions.delete(key);
}
function keepOneAdmin(leaving) {
  const isLeft = [...users.values()].some((user) => user !== leaving && user.role === 'admin' && user.state === 'active');
  if (!isLeft) throw new Problem(409, 'last-admin', 'There must be an admin');
}

function sendToken(kind, email, minutes, more) {
  for (const [key, token] of tokens) if (token.kind === kind && token.email === email) tokens.delete(key);
  const token = newToken();
  tokens.set(hashOf(token), { kind, email, until: Date.now() + minutes * minute, ...more });
  mails.unshift({ to: email, token });
}
function findToken(kind, text) {
  const token = tokens.get(hashOf(String(text)));
  if (token?.kind !== kind || token.until <= Date.now()) throw badToken();
  return token;
}
/** Uses a token up; of two requests at the same moment one gets it. */
function useToken(text) {
  if (!tokens.delete(hashOf(String(text)))) throw badToken();
}

/** Counts an attempt before the password is looked at. */
function countAttempt(email) {
  const recent = (failures.get(email) ?? []).filter((at) => at > Date.now() - 15 * minute);
  if (recent.length >= 5) throw new Problem(429, 'too-many', 'Too many attempts', { headers: { 'retry-after': '900' } });
  const at = Date.now();
  failures.set(email, [...recent, at]);
  return () => failures.get(email)?.splice(failures.get(email).indexOf(at), 1);
}

async function logIn(context) {
  const { email: text, password } = await context.json();
  check(['email', isEmail(text), 'must be an address'], ['password', typeof password === 'string', 'must be a text']);
  const email = text.toLowerCase();
  const forget = countAttempt(email);
  const user = byEmail(email);
  const isRight = await matches(password, user?.password ?? decoy);
  if (!isRight || user?.state !== 'active') {
    note(context, null, 'failed login', user?.id);
    throw new Problem(401, 'login', 'Email or password is wrong');
  }
  forget();
  const id = newToken();
  sessions.set(hashOf(id), { user: user.id, created: Date.now(), seen: Date.now() });
  user.lastLoginAt = new Date().toISOString();
  note(context, user.id, 'login', user.id);
  const headers = { 'set-cookie': `__Host-session=${id}; Path=/; HttpOnly; Secure; SameSite=Lax`, 'cache-control': 'no-store' };
  return { status: 201, headers, body: { id: user.id, name: user.name, role: user.role } };
}

async function newUser(email, role, name, password) {
  const user = { id: randomUUID(), email, role, name, state: 'active', lastLoginAt: null, password };
  users.set(user.id, user);
}
await newUser('admin@example.test', 'admin', 'Ada', await passwordHash('three records and a kettle'));

const routes = {
  'POST /invitations': async (context) => {
    admin(context);
    const { email: text, role } = await context.json();
    check(['email', isEmail(text), 'must be an address'], ['role', ['member', 'admin'].includes(role), 'must be member or admin']);
    const email = text.toLowerCase();
    if (byEmail(email)) throw new Problem(409, 'exists', 'The address has an account');
    sendToken('invitation', email, 72 * 60, { role });
    return { status: 202 };
  },
  'POST /activations': async ({ json }) => {
    const { token, name, password } = await json();
    const { email, role } = findToken('invitation', token);
    check(['name', typeof name === 'string' && name.trim() !== '', 'must not be blank']);
    checkPassword(password, email);
    useToken(token);
    await newUser(email, role, name, await passwordHash(password));
    return { status: 201, body: shown(byEmail(email)) };
  },
  'POST /sessions': logIn,
  'DELETE /sessions/current': (context) => {
    sessions.delete(session(context).key);
    return { status: 204 };
  },
  'GET /me': (context) => ({ body: shown(session(context).user) }),
  'PATCH /me': async (context) => {
    const { user } = session(context);
    const { name, ...others } = await context.json();
    check(
      ['name', typeof name === 'string' && name.trim() !== '', 'must not be blank'],
      ...Object.keys(others).map((field) => [field, false, 'cannot be changed here']),
    );
    user.name = name;
    return { body: shown(user) };
  },
  'PUT /me/password': async (context) => {
    const { user, key } = session(context);
    const { password, newPassword } = await context.json();
    checkPassword(newPassword, user.email);
    const forget = countAttempt(user.email);
    if (!(await matches(String(password), user.password))) throw new Problem(403, 'password', 'The present password is wrong');
    forget();
    user.password = await passwordHash(newPassword);
    endSessions(user, key);
    return { status: 204 };
  },
  'GET /me/sessions': (context) => {
    const { user } = session(context);
    return { body: { items: [...sessions.values()].filter((each) => each.user === user.id).map(({ created, seen }) => ({ created, seen })) } };
  },
  'DELETE /me/sessions': (context) => {
    const { user, key } = session(context);
    endSessions(user, key);
    return { status: 204 };
  },
  'POST /password-resets': async ({ json }) => {
    const { email } = await json();
    check(['email', isEmail(email), 'must be an address']);
    const user = byEmail(email.toLowerCase());
    if (user?.state === 'active') sendToken('reset', user.email, 20);
    return { status: 202 };
  },
  'POST /password-resets/confirmation': async (context) => {
    const { token, password } = await context.json();
    const { email } = findToken('reset', token);
    checkPassword(password, email);
    useToken(token);
    const next = await passwordHash(password);
    const user = byEmail(email);
    if (!user) throw badToken();
    user.password = next;
    endSessions(user);
    failures.delete(email);
    note(context, user.id, 'reset', user.id);
    return { status: 204 };
  },
  'GET /users': (context) => {
    admin(context);
    const state = context.query.get('state');
    const all = [...users.values()].filter((user) => (state ? user.state === state : user.state !== 'deleted'));
    const start = Number(context.query.get('cursor') ?? 0);
    if (!Number.isInteger(start)) throw new Problem(400, 'query', 'The cursor is not valid');
    return { body: { items: all.slice(start, start + 20).map(shown), nextCursor: start + 20 < all.length ? String(start + 20) : null } };
  },
  'GET /users/{id}': (context) => {
    const { user } = session(context);
    const found = users.get(context.params.id);
    if (!found || found.state === 'deleted' || (user.role !== 'admin' && user !== found)) throw notFound();
    return { body: shown(found) };
  },
  'PUT /users/{id}/role': async (context) => {
    const { role } = await context.json();
    check(['role', ['member', 'admin'].includes(role), 'must be member or admin']);
    const { actor, found } = subject(context);
    if (role !== 'admin') keepOneAdmin(found);
    found.role = role;
    note(context, actor.id, `role ${role}`, found.id);
    return { status: 204 };
  },
  'PUT /users/{id}/state': async (context) => {
    const { state } = await context.json();
    check(['state', ['active', 'deactivated'].includes(state), 'must be active or deactivated']);
    const { actor, found } = subject(context);
    if (state !== 'active') {
      keepOneAdmin(found);
      endSessions(found);
    }
    found.state = state;
    note(context, actor.id, state, found.id);
    return { status: 204 };
  },
  'DELETE /users/{id}': (context) => {
    const { actor, found } = subject(context);
    keepOneAdmin(found);
    endSessions(found);
    for (const [key, { email }] of tokens) if (email === found.email) tokens.delete(key);
    Object.assign(found, { state: 'deleted', name: null, email: null, password: null });
    note(context, actor.id, 'deletion', found.id);
    return { status: 204 };
  },
  // Only while you develop: the mails to an address, the newest first.
  'GET /mails': ({ query }) => ({ body: { items: mails.filter(({ to }) => to === query.get('to')) } }),
};

serve(
  Object.fromEntries(
    Object.entries(routes).map(([route, handle]) => [
      route,
      async (context) => {
        if (!route.startsWith('GET ')) sameOrigin(context);
        return await handle(context);
      },
    ]),
  ),
);
