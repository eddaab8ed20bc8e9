// A solution of the API Testing Suite without packages. It has no JUnit report and no report of the statuses that were met.
import { randomInt, randomUUID } from 'node:crypto';

const options = Object.fromEntries(process.argv.slice(2).map((text) => text.replace(/^--/, '').split('=')));
const isSafe = 'safe' in options;
const seed = Number(options.seed ?? randomInt(1_000_000));
const stop = (message) => {
  console.error(message);
  process.exit(2);
};
for (const name of ['API_URL', 'ANN_TOKEN', ...(isSafe ? [] : ['BEN_TOKEN', 'CLERK_TOKEN'])]) if (!process.env[name]) stop(`${name} is missing.`);
const { API_URL: api, CLERK_TOKEN: clerk, ANN_TOKEN: ann, BEN_TOKEN: ben } = process.env;
const run = randomUUID().slice(0, 8);

/** A generator that gives the same numbers for the same seed. */
function newRandom(start) {
  let state = start >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

// The description: statuses by operation, and what bodies look like.
const isText = (value) => typeof value === 'string';
const booking = { id: isText, crossing: isText, plate: isText, length: Number.isInteger, createdAt: isText };
const crossing = { id: isText, deckMeters: Number.isInteger, freeMeters: Number.isInteger, departsAt: isText };
const page = { items: Array.isArray, nextCursor: (value) => value === null || isText(value) };
const problemBody = { type: isText, title: isText, status: Number.isInteger };
const description = {
  'PUT /crossings/{id}': { statuses: [200, 201, 400, 401, 403, 409, 415, 422], body: crossing },
  'GET /crossings/{id}': { statuses: [200, 404], body: crossing },
  'POST /bookings': { statuses: [201, 200, 400, 401, 403, 404, 409, 415, 422], body: booking },
  'GET /bookings': { statuses: [200, 400, 401, 403], body: page },
  'GET /bookings/{id}': { statuses: [200, 401, 404], body: booking },
  'DELETE /bookings/{id}': { statuses: [204, 401, 404, 409] },
};

class Failure extends Error {}
async function send(method, path, { token, body, headers = {} } = {}) {
  const text = body === undefined || isText(body) ? body : JSON.stringify(body);
  const sent = { ...(text !== undefined && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }), ...headers };
  const response = await fetch(api + path, { method, headers: sent, body: text, signal: AbortSignal.timeout(5000) });
  const answer = await response.text();
  const masked = Object.entries(sent).map(([name, value]) => ` -H '${name}: ${name === 'authorization' ? 'Bearer ***' : value}'`);
  const curl = `curl -X ${method} ${api}${path}${masked.join('')}${text === undefined ? '' : ` -d '${text}'`}\n      ${response.status} ${answer}`;
  const fail = (message) => {
    throw new Failure(`${message}\n      ${curl}`);
  };
  let json;
  try {
    json = JSON.parse(answer);
  } catch {
    // Judged below.
  }
  judge({ method, path, status: response.status, type: response.headers.get('content-type') ?? '', json, fail });
  return { status: response.status, json, fail };
}
function judge({ method, path, status, type, json, fail }) {
  const name = `${method} ${path.replace(/\?.*/, '').replace(/^\/(\w+)\/[^/]+$/, '/$1/{id}')}`;
  const operation = description[name];
  if (operation && !operation.statuses.includes(status)) fail(`${status} is not described for ${name}`);
  const [media, body] = status < 400 ? ['application/json', operation?.body] : ['application/problem+json', problemBody];
  if (status === 204) return;
  if (!type.startsWith(media)) fail(`expected ${media}, got ${type}`);
  for (const [field, isRight] of Object.entries(body ?? {})) if (!isRight(json?.[field])) fail(`${field} is not as described`);
}
const want = (response, status) => response.status === status || response.fail(`expected ${status}, got ${response.status}`);

let count = 0;
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
async function newCrossing(deckMeters, departsAt = inAnHour()) {
  const id = `run-${run}-${(count += 1)}`;
  want(await send('PUT', `/crossings/${id}`, { token: clerk, body: { deckMeters, departsAt } }), 201);
  return id;
}
const book = (on, length, { token = ann, plate = 'IS-LE-7', key = randomUUID() } = {}) =>
  send('POST', '/bookings', { token, headers: key ? { 'idempotency-key': key } : {}, body: { crossing: on, plate, length } });
async function booked(on, length, more) {
  const response = await book(on, length, more);
  want(response, 201);
  return response.json;
}
async function hasFree(on, meters) {
  const response = await send('GET', `/crossings/${on}`);
  want(response, 200);
  if (response.json.freeMeters !== meters) response.fail(`expected freeMeters ${meters}, got ${response.json.freeMeters}`);
}

const checks = {
  'capacity: the last meter can be booked, and not one more': async () => {
    const on = await newCrossing(10);
    await booked(on, 8);
    want(await book(on, 3), 409);
    await booked(on, 2);
    await hasFree(on, 0);
    want(await send('PUT', `/crossings/${on}`, { token: clerk, body: { deckMeters: 9, departsAt: inAnHour() } }), 409);
  },
  'capacity: of twenty bookings at the same moment three fit': async () => {
    const on = await newCrossing(15);
    const all = await Promise.all(Array.from({ length: 20 }, () => book(on, 5)));
    const won = all.filter(({ status }) => status === 201).length;
    if (won !== 3) all[0].fail(`expected 201 three times, got it ${won} times`);
    await hasFree(on, 0);
  },
  'length: whole meters from 2 to 25': async () => {
    const on = await newCrossing(100);
    for (const length of [1, 26, 2.5, '5']) want(await book(on, length), 422);
    for (const length of [2, 25]) {
      const { json, fail } = await book(on, length);
      if (json?.length !== length) fail(`expected the length ${length}`);
    }
  },
  'plate: 2 to 12 letters, digits and hyphens': async () => {
    const on = await newCrossing(100);
    for (const plate of ['X', 'X'.repeat(13), 'IS LE', '🚗', 7]) want(await book(on, 5, { plate }), 422);
    for (const plate of ['X1', 'X'.repeat(12)]) await booked(on, 5, { plate });
  },
  'key: a repetition gives the first booking': async () => {
    const on = await newCrossing(20);
    const key = randomUUID();
    const first = await booked(on, 5, { key });
    const again = await book(on, 5, { key });
    want(again, 200);
    if (again.json.id !== first.id) again.fail(`expected booking ${first.id}`);
    want(await book(on, 6, { key }), 422);
    want(await book(on, 5, { key: '' }), 400);
    await hasFree(on, 15);
  },
  'crossing: only clerks plan one': async () => {
    const on = await newCrossing(20);
    const body = { deckMeters: 30, departsAt: inAnHour() };
    want(await send('PUT', `/crossings/${on}`, { body }), 401);
    for (const token of [ann, ben]) want(await send('PUT', `/crossings/${on}`, { token, body }), 403);
    await hasFree(on, 20);
  },
  'departed: a ferry that has left takes and releases no bookings': async () => {
    const left = new Date(Date.now() - 20_000).toISOString();
    want(await book(await newCrossing(20, left), 5), 409);
    const on = await newCrossing(20);
    const { id } = await booked(on, 5);
    want(await send('PUT', `/crossings/${on}`, { token: clerk, body: { deckMeters: 20, departsAt: left } }), 200);
    want(await send('DELETE', `/bookings/${id}`, { token: ann }), 409);
  },
  "secret: someone else's booking is like an unknown one": async () => {
    const on = await newCrossing(20);
    const { id } = await booked(on, 5);
    for (const method of ['GET', 'DELETE']) {
      want(await send(method, `/bookings/${id}`), 401);
      const [other, unknown] = [await send(method, `/bookings/${id}`, { token: ben }), await send(method, '/bookings/b-unknown', { token: ben })];
      want(other, 404);
      if (JSON.stringify(other.json) !== JSON.stringify(unknown.json)) other.fail('expected the body of an unknown id');
    }
    for (const token of [ann, clerk]) want(await send('GET', `/bookings/${id}`, { token }), 200);
    want(await send('DELETE', `/bookings/${id}`, { token: clerk }), 204);
  },
  'gone: the meters of a deleted booking are free again': async () => {
    const on = await newCrossing(40);
    const { id } = await booked(on, 5);
    want(await send('DELETE', `/bookings/${id}`, { token: ann }), 204);
    want(await send('GET', `/bookings/${id}`, { token: ann }), 404);
    await hasFree(on, 40);
  },
  'pages: no booking twice and none missing, although one is added': async () => {
    const on = await newCrossing(100);
    const wanted = [];
    for (let number = 0; number < 5; number += 1) wanted.unshift((await booked(on, 2)).id);
    const seen = [];
    let cursor = '';
    do {
      const response = await send('GET', `/bookings?limit=2${cursor && `&cursor=${cursor}`}`, { token: ann });
      want(response, 200);
      if (seen.length === 0) await booked(on, 2);
      seen.push(...response.json.items.map(({ id }) => id));
      cursor = response.json.nextCursor;
      const missing = wanted.find((id) => !seen.includes(id));
      const own = seen.filter((id) => wanted.includes(id));
      if (new Set(seen).size < seen.length) response.fail('a booking comes twice');
      if (own.join() !== wanted.filter((id) => own.includes(id)).join() || (missing && wanted.slice(wanted.indexOf(missing)).some((id) => own.includes(id)))) response.fail(`booking ${missing} is missing or at the wrong place`);
      if (!missing) break;
      if (!cursor) response.fail(`booking ${missing} is missing`);
    } while (cursor);
  },
  'problem: every error is application/problem+json': async () => {
    want(await send('GET', '/bookings/b-1/unknown', { token: ann }), 404);
    want(await send('GET', '/crossings/unknown'), 404);
    want(await send('POST', '/bookings', { token: ann, body: '{"crossing":' }), 400);
    want(await send('POST', '/bookings', { token: ann, body: '{}', headers: { 'content-type': 'text/plain' } }), 415);
    want(await send('POST', '/bookings', { token: clerk, body: {} }), 403);
  },
  'generated: no body gets a 5xx': async () => {
    const on = await newCrossing(100_000);
    const random = newRandom(seed);
    const pick = (list) => list[random(list.length)];
    const some = (size) => Array.from({ length: size }, () => pick([...'ABCXYZ0189-ä 🚗'])).join('');
    for (let number = 0; number < 500; number += 20)
      await Promise.all(
        Array.from({ length: 20 }, () => {
          const plate = pick([some(random(14)), some(6), null, random(100)]);
          const length = pick([random(30), random(30), random(300) / 10, '5', null, 1e300]);
          return send('POST', '/bookings', { token: ann, headers: { 'idempotency-key': randomUUID() }, body: { crossing: on, plate, length } });
        }),
      );
  },
};
const safeChecks = {
  'problem: an unknown crossing is a problem': async () => want(await send('GET', '/crossings/unknown'), 404),
  'secret: the list needs a token': async () => want(await send('GET', '/bookings'), 401),
  'pages: the list has the size that was asked for': async () => {
    const response = await send('GET', '/bookings?limit=2', { token: ann });
    want(response, 200);
    if (response.json.items.length > 2) response.fail('expected two bookings at most');
  },
};

const isThere = await fetch(`${api}/crossings/unknown`, { signal: AbortSignal.timeout(10_000) }).then(() => true, () => false);
if (!isThere) stop(`No service answers at ${api}.`);
console.log(`seed ${seed}`);
const random = newRandom(seed);
const all = Object.entries(isSafe ? safeChecks : checks)
  .filter(([name]) => name.includes(options.only ?? ''))
  .map((check) => ({ check, place: random(1_000_000) }))
  .sort((a, b) => a.place - b.place);
if (all.length === 0) stop(`No check has "${options.only}" in its name.`);
let failures = 0;
for (const { check: [name, perform] } of all) {
  try {
    await perform();
    console.log(`PASS  ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`FAIL  ${name}\n      ${error instanceof Failure ? error.message : error.stack}`);
  }
}
process.exit(failures > 0 ? 1 : 0);
