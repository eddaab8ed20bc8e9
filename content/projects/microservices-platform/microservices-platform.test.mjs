// Microservices Platform, tested from outside, at the gateway. Start everything, then run
//
//   BASE_URL=http://localhost:8080 node --test microservices-platform.test.mjs
//
// Needs Node.js 22 or later and no package. The tests are the mail sandbox, on port 4000 or the one in PEER_PORT. Every run plans
// sailings of its own.
// Not tested: services that are killed, paused or replaced, the deadlines, limits (413, 429) and circuit breaker of the gateway, what
// services see of each other, logins of databases, messages that can't be handled, traces, and contracts.
import { randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const planner = bearer('test-planner');
const newPassenger = () => bearer(`test-passenger-${randomInt(1_000_000, 2 ** 40)}`);
const passenger = newPassenger();

// The mail sandbox: what came, and how it responds to mails about a booking.
const mails = [];
let refusesFirst = false;
const sandbox = createServer(async (request, response) => {
  if (request.method !== 'POST' || request.url !== '/mail') return response.writeHead(404).end();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { booking, kind } = JSON.parse(Buffer.concat(chunks).toString());
  const isRefused = refusesFirst && !mails.some((mail) => mail.booking === booking && mail.kind === kind);
  mails.push({ booking, kind, key: request.headers['idempotency-key'], isRefused });
  response.writeHead(isRefused ? 503 : 202, { 'content-type': 'application/json' }).end('{}');
});
before(() => new Promise((resolve) => sandbox.listen(Number(process.env.PEER_PORT ?? 4000), resolve)));
after(() => {
  sandbox.closeAllConnections();
  sandbox.close();
});
/** The mails about a booking, once there are so many. */
async function mailsAbout(booking, count, seconds = 10) {
  const found = () => mails.filter((mail) => mail.booking === booking);
  for (const end = Date.now() + seconds * 1000; found().length < count && Date.now() < end; ) await pause(50);
  return found();
}

const departure = (hours) => new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
/** A new sailing between two islands that no other sailing has. */
async function newSailing({ deckMeters = 100, slots = 100, hours = 48, departs = departure(hours) } = {}) {
  const id = String(randomInt(1_000_000, 2 ** 40));
  const sailing = { from: `A-${id}`, to: `B-${id}`, departs, deckMeters, slots };
  const response = await call('PUT', `/sailings/${id}`, { headers: planner, body: sailing });
  expect(response).that([200, 201, 204].includes(response.status), '201 for a new sailing');
  return { id, ...sailing };
}
const book = (sailing, meters = 5, { key = randomUUID(), headers = passenger, plate = 'HGW-K 112' } = {}) =>
  call('POST', '/bookings', { headers: { ...headers, ...(key && { 'idempotency-key': key }) }, body: { sailing: sailing.id, meters, plate } });
const read = (location, headers = passenger) => call('GET', location, { headers });
/** Waits for the decision about a booking. */
async function decided(location, isDecided = ({ state }) => state === 'confirmed' || state === 'rejected', wish = 'a booking that is confirmed or rejected', headers = passenger) {
  for (const end = Date.now() + 9000; ; await pause(150)) {
    const response = await read(location, headers);
    expect(response).status(200, 'for a booking');
    if (isDecided(response.json ?? {})) return response;
    expect(response).that(Date.now() < end, `${wish} within a few seconds`);
  }
}
async function booked(sailing, meters, options) {
  const response = await book(sailing, meters, options);
  expect(response).status(202, 'for a valid booking').header('Location', /^\/|^http/, 'to say where to look');
  return response.headers.get('location');
}
async function confirmed(sailing, meters) {
  const location = await booked(sailing, meters);
  const response = await decided(location);
  expect(response).field('state', 'confirmed', 'because there is enough space');
  return { location, id: response.json.id };
}
const cancel = (location, headers = passenger) => call('DELETE', location, { headers });
async function canceled({ location }) {
  expect(await cancel(location)).status(202, 'for a cancellation');
  return decided(location, ({ state }) => state === 'canceled', 'the state canceled');
}
/** Many bookings at the same moment, each of a passenger of its own, because a gateway may limit each of them. */
const rush = (count, sailing) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const headers = newPassenger();
      const location = await booked(sailing, 5, { headers });
      return { location, headers, ...(await decided(location, undefined, undefined, headers)) };
    }),
  );
/** Space that was given back may need ten seconds until it can be booked. */
async function confirmedSoon(sailing, meters, wish) {
  for (const end = Date.now() + 10_000; ; await pause(200)) {
    const headers = newPassenger();
    const response = await decided(await booked(sailing, meters, { headers }), undefined, undefined, headers);
    if (response.json.state === 'confirmed') return;
    expect(response).that(Date.now() < end, wish);
  }
}
/** The list may be ten seconds old. */
async function listed(sailing, freeMeters, wish) {
  for (const end = Date.now() + 25_000; ; await pause(200)) {
    const response = await list(sailing);
    expect(response).status(200, 'for the sailings');
    if (response.json?.items?.[0]?.freeMeters === freeMeters) return response;
    expect(response).that(Date.now() < end, wish);
  }
}
const list = ({ from, to, departs }) => call('GET', `/sailings?${new URLSearchParams({ from, to, date: departs.slice(0, 10) })}`);

describe('Stage 1: One process', () => {
  it('a booking is accepted, and confirmed within seconds', async () => {
    const sailing = await newSailing();
    const started = Date.now();
    const response = await decided(await booked(sailing));
    expect(response)
      .field('state', 'confirmed')
      .field('sailing', sailing.id)
      .field('reason', null)
      .that(response.json.slot !== null && response.json.slot !== undefined, 'a check-in "slot"')
      .that(Date.now() - started < 6000, 'a decision within five seconds');
  });

  it('a known key gives the same booking, and 422 for another body', async () => {
    const sailing = await newSailing();
    const key = randomUUID();
    const first = await booked(sailing, 5, { key });
    const again = await book(sailing, 5, { key });
    expect(again).status(202, 'for the same request again').that(again.headers.get('location') === first, `the Location ${first}`);
    expect(await book(sailing, 6, { key })).status(422, 'for a known key with another body');
    expect(await book(sailing, 5, { key, plate: 'HGW-K 113' })).status(422, 'for a known key with another plate');
    expect(await book(await newSailing(), 5, { key })).status(422, 'for a known key with another sailing');
    expect(await book(sailing, 5, { key: '' })).status(400, 'without an Idempotency-Key');
  });

  it('the same key of another passenger is another booking', async () => {
    const sailing = await newSailing();
    const key = randomUUID();
    const first = await booked(sailing, 5, { key });
    const other = await book(sailing, 6, { key, headers: newPassenger() });
    expect(other).status(202, 'for a key that this passenger has not used').that(other.headers.get('location') !== first, 'another Location');
  });

  it('twenty requests with one key at the same moment are one booking', async () => {
    const sailing = await newSailing();
    const key = randomUUID();
    await listed(sailing, 100, '100 free meters before the first booking');
    const all = await Promise.all(Array.from({ length: 20 }, () => book(sailing, 5, { key })));
    const places = new Set(all.filter(({ status }) => status === 202).map(({ headers }) => headers.get('location')));
    expect(all[0]).status(202, 'for a valid booking').that(places.size === 1, `one Location in all answers (there were ${places.size})`);
    await decided([...places][0]);
    await listed(sailing, 95, '95 free meters, after one booking of 5 m');
  });

  it('a booking has 1 to 30 meters', async () => {
    const sailing = await newSailing();
    for (const meters of [0, 31, 2.5, '5', null]) expect(await book(sailing, meters)).status(422, `for the meters ${JSON.stringify(meters)}`);
    expect(await book(sailing, 5, { plate: '' })).status(422, 'for an empty plate');
  });

  it('a booking belongs to its passenger', async () => {
    const location = await booked(await newSailing());
    const other = newPassenger();
    expect(await read(location, other)).status(404, "for someone else's booking");
    expect(await cancel(location, other)).status(404, "for someone else's booking");
    expect(await read(location)).status(200, 'for your own booking');
  });

  it('sailings are found by harbors and date', async () => {
    const sailing = await newSailing({ deckMeters: 40 });
    const response = await listed(sailing, 40, 'the sailing with "freeMeters": 40');
    const [item, ...others] = response.json.items;
    expect(response).that(others.length === 0, 'one sailing in "items"').field('items.0.id', sailing.id);
    expect(response).that(Date.parse(item.departs) === Date.parse(sailing.departs), `"departs": "${sailing.departs}"`);
    const [planned, id] = [await call('PUT', `/sailings/${sailing.id}`, { headers: passenger, body: { ...sailing, deckMeters: 1 } }), sailing.id];
    expect(planned).that([401, 403].includes(planned.status), `401 or 403 when a passenger plans the sailing ${id}`);
    expect(await call('GET', '/sailings?from=A')).status(400, 'without to and date');
  });

  it('a list has no sailings of other harbors, and of the day in UTC only', async () => {
    const [day, next] = [72, 96].map((hours) => departure(hours).slice(0, 10));
    const sailing = await newSailing({ departs: `${next}T01:30:00+02:00` });
    await listed({ ...sailing, departs: day }, 100, `the sailing that departs at ${sailing.departs}, for the date ${day}`);
    expect(await list({ ...sailing, departs: next })).field('items', [], `because ${sailing.departs} is ${day} in UTC`);
    for (const name of ['from', 'to']) expect(await list({ ...sailing, departs: day, [name]: 'elsewhere' })).field('items', [], `for another harbor in ${name}`);
  });

  it('a canceled booking gives its space back', async () => {
    const sailing = await newSailing({ deckMeters: 10 });
    const first = await confirmed(sailing, 10);
    const location = await booked(sailing, 10);
    expect(await decided(location)).field('state', 'rejected', 'as long as the deck is full');
    expect(await cancel(location)).status(409, 'for canceling a booking that was rejected');
    await canceled(first);
    expect(await cancel(first.location)).status(409, 'for canceling a booking that was canceled');
    await confirmedSoon(sailing, 10, 'ten free meters within ten seconds after the cancellation');
  });

  it('a booking that is canceled five times at the same moment gives its space back once', async () => {
    const sailing = await newSailing({ deckMeters: 10 });
    const first = await confirmed(sailing, 5);
    await confirmed(sailing, 5);
    const all = await Promise.all(Array.from({ length: 5 }, () => cancel(first.location)));
    for (const response of all) expect(response).that([202, 409].includes(response.status), '202 for a cancellation, or 409 for one that came too late');
    await decided(first.location, ({ state }) => state === 'canceled', 'the state canceled');
    await confirmedSoon(sailing, 5, 'five free meters within ten seconds after the cancellation');
    expect(await decided(await booked(sailing, 5))).field('state', 'rejected', 'because the deck is full again');
  });

  it('less than an hour before departure nothing is canceled', async () => {
    const booking = await confirmed(await newSailing({ hours: 0.75 }), 5);
    expect(await cancel(booking.location)).status(409, 'for a cancellation 45 minutes before departure');
    expect(await read(booking.location)).field('state', 'confirmed', 'because the cancellation was refused');
  });
});

describe('Stage 3: The conversation', () => {
  it('of fifty bookings at the same moment two get the last ten meters', async () => {
    const sailing = await newSailing({ deckMeters: 10 });
    const all = await rush(50, sailing);
    const counts = ['confirmed', 'rejected'].map((state) => all.filter(({ json }) => json.state === state).length);
    expect(all[0]).that(counts.join() === '2,48', `two confirmed and 48 rejected bookings (it was ${counts.join(' and ')})`);
  });

  it('a booking without a slot is rejected, and its space is free again', async () => {
    const sailing = await newSailing({ deckMeters: 10, slots: 1 });
    const first = await confirmed(sailing, 5);
    expect(await decided(await booked(sailing, 5)))
      .field('state', 'rejected', 'because the only slot is taken')
      .field('reason', 'no-check-in-slot')
      .field('slot', null);
    await canceled(first);
    await confirmedSoon(sailing, 10, 'ten free meters within ten seconds, after the rejection and the cancellation');
  });

  it('of twenty bookings at the same moment one gets the only slot, and no space is lost', async () => {
    const sailing = await newSailing({ deckMeters: 100, slots: 1 });
    const all = await rush(20, sailing);
    const count = all.filter(({ json }) => json.state === 'confirmed').length;
    expect(all[0]).that(count === 1, `one confirmed booking (there were ${count})`);
    await listed(sailing, 95, '95 free meters, because only the confirmed booking holds any');
  });
});

describe('Stage 4: Events', () => {
  it('each decision leads to one mail', async () => {
    const sailing = await newSailing({ deckMeters: 5 });
    const first = await confirmed(sailing, 5);
    const second = await decided(await booked(sailing, 5));
    const [mail, ...others] = await mailsAbout(first.id, 1);
    expect(await read(first.location)).that(mail?.kind === 'confirmed' && mail.key && others.length === 0, 'one mail of the kind confirmed, with an Idempotency-Key, at the sandbox');
    const [refusal] = await mailsAbout(second.json.id, 1);
    expect(second).that(refusal?.kind === 'rejected' && refusal.key !== mail.key, 'one mail of the kind rejected, with another key');
    await canceled(first);
    const all = await mailsAbout(first.id, 2);
    expect(await read(first.location)).that(all.map(({ kind }) => kind).join() === 'confirmed,canceled', `a mail of the kind canceled after the one of the kind confirmed (there were ${all.map(({ kind }) => kind).join()})`);
  });

  it('a mail that was refused is sent again under its key', async () => {
    const sailing = await newSailing();
    refusesFirst = true;
    const { id, location } = await confirmed(sailing, 5);
    const all = await mailsAbout(id, 2, 15);
    refusesFirst = false;
    expect(await read(location)).that(all.length === 2 && all[0].isRefused && !all[1].isRefused && all[0].key === all[1].key && all[0].key, 'two attempts with the same Idempotency-Key, because the first got 503');
  });
});

describe('Stage 5: The gateway', () => {
  it('without a valid token the gateway answers 401', async () => {
    const sailing = await newSailing();
    for (const headers of [{}, bearer('invented')]) {
      expect(await book(sailing, 5, { headers })).status(401, 'for a booking without a valid token');
      expect(await read('/bookings/b-1', headers)).status(401, 'for reading without a valid token');
      expect(await cancel('/bookings/b-1', headers)).status(401, 'for canceling without a valid token');
    }
    expect(await list(sailing)).status(200, 'for sailings, without a token');
  });

  it('headers do not make another passenger of the caller', async () => {
    const other = newPassenger();
    const location = await booked(await newSailing());
    const [, id] = passenger.authorization.split('Bearer test-passenger-');
    const forged = Object.fromEntries(['x-user', 'x-user-id', 'x-passenger', 'x-passenger-id', 'x-forwarded-user'].map((name) => [name, id]));
    expect(await read(location, { ...other, ...forged })).status(404, "for someone else's booking, whatever headers say");
    expect(await read(location, forged)).status(401, 'without a token, whatever headers say');
  });

  it('what services see of each other is not reachable', async () => {
    const sailing = await newSailing();
    for (const path of ['holds', 'slots']) {
      const response = await call('PUT', `/${path}/t-${randomUUID()}`, { headers: passenger, body: { sailing: sailing.id, meters: 5 } });
      expect(response).that([401, 403, 404, 405].includes(response.status), `404 for /${path} at the gateway`);
    }
    expect(await call('GET', '/health')).status(200, 'for the state of the gateway');
  });
});
