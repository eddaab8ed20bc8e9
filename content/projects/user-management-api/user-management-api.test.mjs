// User Management API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test user-management-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run invites people of its own and takes the role from all admins but
// admin@example.test, so use a database that you can throw away. If your server lets the last admin go, create one again.
// Not tested: everything that needs a clock (the ends of sessions, links and limits), equal times for all refused logins, the list
// of common passwords, the audit log, and what the database holds.
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const password = 'three records and a kettle';
const otherPassword = 'four records and no kettle';
const newEmail = () => `rosa-${randomUUID()}@example.test`;
const enter = (email, secret = password, headers = {}) => call('POST', '/sessions', { headers, body: { email, password: secret } });
const as = ({ cookie }, method, path, body, headers = {}) => call(method, path, { headers: { ...(cookie && { cookie }), ...headers }, body });
const nobody = {};

/** Logs in; the cookie is what a browser would send from now on. */
async function logIn(email, secret = password) {
  const response = await enter(email, secret);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  expect(response).status(201, 'for the right password').that(cookie, 'a cookie');
  return { email, cookie, id: response.json?.id };
}
let adminSession;
const admin = async () => (adminSession ??= await logIn('admin@example.test'));

const invite = async (email, role = 'member') => as(await admin(), 'POST', '/invitations', { email, role });
const activate = (token, secret = password) => call('POST', '/activations', { body: { token, name: 'Rosa Lind', password: secret } });
const resetPassword = (email) => call('POST', '/password-resets', { body: { email } });
const confirm = (token, secret = otherPassword) => call('POST', '/password-resets/confirmation', { body: { token, password: secret } });

/** The token of the newest mail to an address that has had this many, once it is there. */
async function tokenOf(email, mails = 1) {
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const response = await call('GET', `/mails?to=${encodeURIComponent(email)}`);
    expect(response).status(200, 'for the mails to an address').that(Array.isArray(response.json?.items), 'an array "items"');
    const { items } = response.json;
    expect(response).that(items.length >= mails || Date.now() < end, `${mails} of them in "items" after ten seconds`);
    if (items.length < mails) continue;
    expect(response).that(typeof items[0].token === 'string', 'a "token" in the newest mail');
    return items[0].token;
  }
}

async function newMember(role = 'member') {
  const email = newEmail();
  expect(await invite(email, role)).status(202, 'for an invitation by an admin');
  expect(await activate(await tokenOf(email))).status(201, 'for the token of an invitation');
  return await logIn(email);
}

const me = (session) => as(session, 'GET', '/me');
const setRole = (session, { id }, role) => as(session, 'PUT', `/users/${id}/role`, { role });
const setState = (session, { id }, state) => as(session, 'PUT', `/users/${id}/state`, { state });
const remove = (session, { id }) => as(session, 'DELETE', `/users/${id}`);

async function allActive() {
  const all = [];
  let cursor;
  do {
    const response = await as(await admin(), 'GET', `/users?state=active${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    expect(response).status(200, 'for the list, as an admin').that(Array.isArray(response.json?.items), 'an array "items"');
    expect(response).that(response.json.nextCursor !== cursor || !cursor, 'another cursor on each page');
    all.push(...response.json.items);
    cursor = response.json.nextCursor;
  } while (cursor);
  return all;
}

/** Takes the role from everyone else, so that admin@example.test is the last admin. */
async function lastAdmin() {
  const last = await admin();
  for (const user of await allActive())
    if (user.role === 'admin' && user.id !== last.id) expect(await setRole(last, user, 'member')).status(204, 'for taking the role from one of two admins');
  return last;
}

describe('Stage 1: Login', () => {
  it('a login sets a cookie that scripts and plain connections do not get', async () => {
    const response = await enter('admin@example.test');
    const why = 'to set the session as the requirements say';
    expect(response).status(201, 'for the right password');
    for (const attribute of [/;\s*HttpOnly/i, /;\s*Secure/i, /;\s*SameSite=Lax/i, /;\s*Path=\/(?:;|$)/i]) expect(response).header('Set-Cookie', attribute, why);
  });

  it('the cookie says who is calling', async () => {
    expect(await me(await logIn('admin@example.test')))
      .status(200, 'for a session')
      .field('email', 'admin@example.test')
      .field('role', 'admin')
      .field('state', 'active');
  });

  it('without a session, or with an invented one, the answer is 401', async () => {
    const { cookie } = await logIn('admin@example.test');
    expect(await me(nobody)).status(401, 'without a cookie');
    expect(await me({ cookie: cookie.replace(/=.*/, '=invented\\cookie') })).status(401, 'for an invented cookie');
  });

  it('every login makes a new session, whatever cookie comes with it', async () => {
    const { cookie } = await logIn('admin@example.test');
    const response = await enter('admin@example.test', password, { cookie });
    const next = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    expect(response).status(201, 'for the right password').that(next && next !== cookie, 'a session id that is new at each login');
  });

  it('after a logout the cookie is worth nothing', async () => {
    const [session, other] = [await logIn('admin@example.test'), await logIn('admin@example.test')];
    expect(await as(session, 'DELETE', '/sessions/current')).status(204, 'for a logout');
    expect(await me(session)).status(401, 'for a session that was logged out');
    expect(await me(other)).status(200, 'for another session of the same person');
  });
});

describe('Stage 2: A front door that holds', () => {
  it('after five wrong passwords an unknown email gets 429 too', async () => {
    const email = newEmail();
    for (let count = 0; count < 5; count += 1) expect(await enter(email, 'a guess of fifteen')).status(401, `for wrong password number ${count + 1}`);
    expect(await enter(email, 'a guess of fifteen')).status(429, 'for the sixth login').header('Retry-After', /\S/, 'to say when to try again');
  });

  it('guesses that arrive together do not get past the limit', async () => {
    const email = newEmail();
    const all = await Promise.all(Array.from({ length: 20 }, () => enter(email, 'a guess of fifteen')));
    const counts = [401, 429].map((status) => all.filter((response) => response.status === status).length);
    expect(all[0]).that(counts[0] === 5 && counts[1] === 15, `401 five times and 429 fifteen times (it was ${counts.join(' and ')} times)`);
  });

  it('a request from a foreign page gets 403 and changes nothing', async () => {
    const session = await logIn('admin@example.test');
    const origin = { origin: 'https://radio-fans.example' };
    expect(await as(session, 'DELETE', '/sessions/current', undefined, origin)).status(403, 'for another Origin than the configured one');
    expect(await me(session)).status(200, 'because the request of the foreign page was refused');
    expect(await as(session, 'DELETE', '/sessions/current', undefined, { origin: 'null' })).status(403, 'for the Origin null');
    expect(await enter('admin@example.test', password, origin)).status(403, 'for a login from a foreign page');
  });

  it('a body that is not application/json gets 415, malformed JSON 400', async () => {
    const body = JSON.stringify({ email: 'admin@example.test', password });
    const post = (type, text) => call('POST', '/sessions', { headers: { 'content-type': type }, body: text });
    expect(await post('text/plain', body)).status(415, 'for text/plain');
    expect(await post('application/json', body.slice(1))).status(400, 'for a body that is not JSON');
  });
});

describe('Stage 3: Mail', () => {
  it('an invited person sets a password and is in', async () => {
    const session = await newMember();
    expect(await me(session)).status(200, 'for the new member').field('email', session.email).field('name', 'Rosa Lind').field('role', 'member');
  });

  it('only an admin invites', async () => {
    const email = newEmail();
    expect(await as(nobody, 'POST', '/invitations', { email, role: 'member' })).status(401, 'without a session');
    expect(await as(await newMember(), 'POST', '/invitations', { email, role: 'member' })).status(403, 'for a member');
    expect(await invite(email, 'owner')).status(422, 'for a role that does not exist');
    expect(await invite('rosa')).status(422, 'for an email without @');
  });

  it('a used and an invented token get 400 with the same body', async () => {
    const email = newEmail();
    expect(await invite(email)).status(202, 'for an invitation by an admin');
    const token = await tokenOf(email);
    expect(await activate(token)).status(201, 'for the token of an invitation');
    const invented = await activate('invented');
    expect(invented).status(400, 'for an invented token');
    expect(await activate(token)).status(400, 'for a used token').that((await activate(token)).text === invented.text, `the body of an invented one: ${invented.text}`);
  });

  it('two requests with one token at the same moment make one account', async () => {
    const email = newEmail();
    expect(await invite(email)).status(202, 'for an invitation by an admin');
    const token = await tokenOf(email);
    const both = await Promise.all([activate(token), activate(token)]);
    const statuses = both.map(({ status }) => status).sort();
    expect(both[0]).that(statuses.join() === '201,400', `201 for one of the two and 400 for the other (they got ${statuses.join(' and ')})`);
  });

  it('the token of an invitation resets no password, and that of a reset activates no account', async () => {
    const email = newEmail();
    expect(await invite(email)).status(202, 'for an invitation by an admin');
    const token = await tokenOf(email);
    expect(await confirm(token)).status(400, 'for a reset with the token of an invitation');
    expect(await activate(token)).status(201, 'for the token of an invitation');
    expect(await resetPassword(email)).status(202, 'for a reset');
    expect(await activate(await tokenOf(email, 2))).status(400, 'for an activation with the token of a reset');
  });

  it('a new invitation ends the old one', async () => {
    const email = newEmail();
    expect(await invite(email)).status(202, 'for an invitation');
    const old = await tokenOf(email);
    expect(await invite(email)).status(202, 'for a second invitation of the same address');
    const token = await tokenOf(email, 2);
    expect(await activate(old)).status(400, 'for the token of the first invitation');
    expect(await activate(token)).status(201, 'for the token of the second one');
  });

  it('an address with an account cannot be invited, however it is written', async () => {
    const { email } = await newMember();
    expect(await invite(email)).status(409, 'for an address with an account');
    expect(await invite(email.toUpperCase())).status(409, 'for the same address in capital letters');
    expect(await enter(email.toUpperCase())).status(201, 'for a login with the address in capital letters');
  });

  it('a password has 15 to 128 characters and is not the email; no other rule exists', async () => {
    const email = newEmail();
    expect(await invite(email)).status(202, 'for an invitation');
    const token = await tokenOf(email);
    const long = 'kettle and records '.repeat(7);
    for (const [secret, why] of [['fourteen chars', '14 characters'], [long.slice(0, 129), '129 characters'], [email, 'the email as password']])
      expect(await activate(token, secret)).status(422, `for ${why}`);
    expect(await activate(token, long.slice(0, 128))).status(201, 'for 128 characters, small letters and spaces only');
    expect(await enter(email, `${long.slice(0, 127)}x`)).status(401, 'for a login in which the last of 128 characters is wrong');
    const other = newEmail();
    await invite(other);
    expect(await activate(await tokenOf(other), 'fifteen letters')).status(201, 'for 15 characters, small letters and a space only');
  });

  it('asking for a reset looks the same for known and unknown addresses', async () => {
    const { email } = await newMember();
    const [known, unknown] = [await resetPassword(email), await resetPassword(newEmail())];
    expect(known).status(202, 'for a known address');
    expect(unknown).status(202, 'for an unknown address').that(unknown.text === known.text, `the body of a known address: ${known.text || 'an empty one'}`);
  });

  it('a reset works once and ends every session', async () => {
    const session = await newMember();
    expect(await resetPassword(session.email)).status(202, 'for a reset');
    const token = await tokenOf(session.email, 2);
    expect(await me(session)).status(200, 'as long as the token has not been used');
    for (const secret of ['too short', session.email]) expect(await confirm(token, secret)).status(422, 'for a short password, or the email');
    expect(await confirm(token)).status(204, 'for the token of a reset');
    expect(await me(session)).status(401, 'for a session from before the reset');
    expect(await confirm(token)).status(400, 'for a used token');
    expect(await enter(session.email)).status(401, 'for the old password');
    expect(await enter(session.email, otherPassword)).status(201, 'for the new password');
  });

  it('after five wrong passwords the right one is refused too, until a reset', async () => {
    const session = await newMember();
    for (let count = 0; count < 5; count += 1) expect(await enter(session.email, 'a guess of fifteen')).status(401, `for wrong password number ${count + 1}`);
    expect(await enter(session.email)).status(429, 'for the right password after five wrong ones').header('Retry-After', /\S/, 'to say when to try again');
    expect(await me(session)).status(200, 'for a session that was open before');
    expect(await resetPassword(session.email)).status(202, 'for a reset');
    expect(await confirm(await tokenOf(session.email, 2))).status(204, 'for the token of a reset');
    expect(await enter(session.email, otherPassword)).status(201, 'for the new password, because a completed reset clears the count');
  });
});

describe('Stage 4: Roles and states', () => {
  it('members change their name, never their role or email', async () => {
    const session = await newMember();
    expect(await as(session, 'PATCH', '/me', { name: 'Rosa' })).status(200, 'for a new name');
    expect(await as(session, 'PATCH', '/me', { name: 'Rosa', role: 'admin' })).status(422, 'for a role in PATCH /me');
    expect(await as(session, 'PATCH', '/me', { name: 'Rosa', email: newEmail() })).status(422, 'for an email in PATCH /me');
    expect(await me(session)).field('name', 'Rosa').field('role', 'member').field('email', session.email);
  });

  it('members read themselves, and find no one else', async () => {
    const [session, other] = [await newMember(), await newMember()];
    expect(await as(session, 'GET', `/users/${session.id}`)).status(200, 'for your own id').field('email', session.email);
    expect(await as(session, 'GET', `/users/${other.id}`)).status(404, "for another user's id, as a member");
    expect(await as(session, 'GET', '/users')).status(403, 'for the list, as a member');
    expect(await as(await admin(), 'GET', `/users/${other.id}`)).status(200, 'for any id, as an admin').field('email', other.email);
  });

  it('what only admins do gets 403 on your own id and 404 on others', async () => {
    const [session, other] = [await newMember(), await newMember()];
    for (const [user, status, whose] of [[session, 403, 'on your own id'], [other, 404, "on another user's id"]]) {
      expect(await setRole(session, user, 'admin')).status(status, `for a member ${whose}`);
      expect(await setState(session, user, 'deactivated')).status(status, `for a member ${whose}`);
      expect(await remove(session, user)).status(status, `for a member ${whose}`);
      expect(await me(user)).status(200, 'because the member was refused').field('role', 'member');
    }
    expect(await setRole(nobody, other, 'admin')).status(401, 'without a session');
    expect(await setState(nobody, other, 'deactivated')).status(401, 'without a session');
    expect(await remove(nobody, other)).status(401, 'without a session');
  });

  it('an admin gets 422 for an unknown role or state, and 404 for an unknown id', async () => {
    const [session, other] = [await admin(), await newMember()];
    expect(await setRole(session, other, 'owner')).status(422, 'for a role that does not exist');
    expect(await setState(session, other, 'deleted')).status(422, 'for a state that only DELETE brings about');
    for (const id of [randomUUID(), 'nobody']) {
      expect(await as(session, 'GET', `/users/${id}`)).status(404, 'for an id that no user has');
      expect(await setRole(session, { id }, 'admin')).status(404, 'for an id that no user has');
      expect(await remove(session, { id })).status(404, 'for an id that no user has');
    }
  });

  it('a change of role counts in sessions that are open', async () => {
    const session = await newMember('admin');
    expect(await as(session, 'GET', '/users')).status(200, 'for the list, as an admin');
    expect(await setRole(await admin(), session, 'member')).status(204, 'for a change of role');
    const response = await as(session, 'GET', '/users');
    expect(response).that([401, 403].includes(response.status), '403 for the list, because the caller is no admin any more');
  });

  it('changing the password ends all other sessions and keeps this one', async () => {
    const session = await newMember();
    const other = await logIn(session.email);
    const change = (present, next = otherPassword) => as(session, 'PUT', '/me/password', { password: present, newPassword: next });
    expect(await change(password, 'too short')).status(422, 'for a short password');
    expect(await change('a guess of fifteen')).status(403, 'for a wrong present password');
    expect(await me(other)).status(200, 'as long as the password is the old one');
    expect(await change(password)).status(204, 'for the present password and a new one');
    expect(await me(other)).status(401, 'for another session from before the change');
    expect(await me(session)).status(200, 'for the session that changed the password');
  });

  it('DELETE /me/sessions ends all but this one', async () => {
    const session = await newMember();
    const other = await logIn(session.email);
    expect(await as(session, 'DELETE', '/me/sessions')).status(204, 'for ending all other sessions');
    expect(await me(other)).status(401, 'for another session');
    expect(await me(session)).status(200, 'for the session that asked');
  });
});

describe('Stage 5: Leaving, and the log', () => {
  it('deactivating a user ends all sessions at once', async () => {
    const session = await newMember();
    const other = await logIn(session.email);
    expect(await setState(await admin(), session, 'deactivated')).status(204, 'for deactivating a member');
    expect(await me(session)).status(401, 'for a session of a deactivated user');
    expect(await me(other)).status(401, 'for another session of a deactivated user');
    const list = await allActive();
    if (list.some(({ id }) => id === session.id)) expect(await as(await admin(), 'GET', '/users?state=active')).that(false, 'no deactivated user among the active ones');
    expect(await setState(await admin(), session, 'active')).status(204, 'for activating a member again');
    expect(await me(session)).status(401, 'for a session that ended with the deactivation');
    expect(await enter(session.email)).status(201, 'for a login after the activation');
  });

  it('a wrong password, an unknown email and a deactivated account get the same 401', async () => {
    const [session, gone] = [await newMember(), await newMember()];
    expect(await setState(await admin(), gone, 'deactivated')).status(204, 'for deactivating a member');
    const wrong = await enter(session.email, 'a guess of fifteen');
    expect(wrong).status(401, 'for a wrong password');
    for (const [email, whose] of [[newEmail(), 'an unknown email'], [gone.email, 'the right password of a deactivated account']]) {
      const response = await enter(email);
      expect(response).status(401, `for ${whose}`).that(response.text === wrong.text, `the body of a wrong password: ${wrong.text}`);
    }
  });

  it('a deleted person is gone, and the address can be invited again', async () => {
    const session = await newMember();
    expect(await remove(await admin(), session)).status(204, 'for deleting a member');
    expect(await me(session)).status(401, 'for a session of a deleted user');
    expect(await enter(session.email)).status(401, 'for a login of a deleted user');
    const response = await as(await admin(), 'GET', `/users/${session.id}`);
    expect(response).that(!response.text.includes(session.email) && !response.text.includes('Rosa Lind'), 'no name and no email of a deleted user');
    expect(await invite(session.email)).status(202, 'for an address that no account has');
  });

  it('the last admin cannot be demoted, deactivated or deleted', async () => {
    const last = await lastAdmin();
    expect(await setRole(last, last, 'member')).status(409, 'for demoting the last admin');
    expect(await setState(last, last, 'deactivated')).status(409, 'for deactivating the last admin');
    expect(await remove(last, last)).status(409, 'for deleting the last admin');
    expect(await me(last)).status(200, 'because all three were refused').field('role', 'admin');
  });

  it('an admin who is deactivated does not count', async () => {
    const last = await lastAdmin();
    const second = await newMember('admin');
    expect(await setState(last, second, 'deactivated')).status(204, 'for deactivating one of two admins');
    expect(await setRole(last, last, 'member')).status(409, 'for demoting the last active admin');
    expect(await me(last)).status(200, 'because this was refused').field('role', 'admin');
  });

  it('two admins who demote each other at the same moment leave one', async () => {
    const first = await lastAdmin();
    const second = await newMember('admin');
    const both = await Promise.all([setRole(first, second, 'member'), setRole(second, first, 'member')]);
    const done = both.filter(({ status }) => status === 204).length;
    const refused = both.filter(({ status }) => [404, 409].includes(status)).length;
    expect(both[1]).that(done === 1 && refused === 1, `204 for one of the two and 409 or 404 for the other (they got ${both.map(({ status }) => status).join(' and ')})`);
    const left = both[0].status === 204 ? first : second;
    expect(await me(left)).status(200, 'for the admin who is left').field('role', 'admin');
    if (left === second) expect(await setRole(second, first, 'admin')).status(204, 'for giving the role back');
  });
});
