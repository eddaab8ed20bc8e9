// A solution of the first stage of the Microservices Platform without packages: the four modules in one process, in memory. Modules
// call each other through functions that return what the routes of the services would.
import { randomUUID } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const sandbox = process.env.MAIL_URL ?? `http://localhost:${process.env.PEER_PORT ?? 4000}`;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const sailings = {
  all: new Map(),
  holds: new Map(),
  free({ id, deckMeters }) {
    return [...this.holds.values()].filter((hold) => hold.sailing === id && hold.state === 'held').reduce((rest, { meters }) => rest - meters, deckMeters);
  },
  hold(booking, { sailing, meters }) {
    const known = this.holds.get(booking);
    if (known) return known.state === 'held' ? 200 : 409;
    if (!this.all.has(sailing)) return 404;
    if (this.free(this.all.get(sailing)) < meters) return 409;
    this.holds.set(booking, { sailing, meters, state: 'held' });
    return 201;
  },
  release(booking, { sailing }) {
    this.holds.set(booking, { sailing, meters: 0, state: 'released' });
    return 204;
  },
};

const checkIn = {
  slots: new Map(),
  take(booking, { sailing }) {
    if (this.slots.has(booking)) return 200;
    const taken = [...this.slots.values()].filter((each) => each === sailing).length;
    if (taken >= sailings.all.get(sailing).slots) return 409;
    this.slots.set(booking, sailing);
    return 201;
  },
  free(booking) {
    this.slots.delete(booking);
    return 204;
  },
};

const notices = {
  handled: new Set(),
  async handle({ booking, kind }) {
    const key = `${booking} ${kind}`;
    if (this.handled.has(key)) return;
    this.handled.add(key);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const response = await fetch(`${sandbox}/mail`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ booking, kind }),
      }).catch(() => undefined);
      if (response?.ok) return;
      await pause(500 * attempt);
    }
  },
};

const bookings = {
  all: new Map(),
  keys: new Map(),
  start(passenger, key, body) {
    const text = JSON.stringify(body);
    const known = this.keys.get(`${passenger} ${key}`);
    if (known && known.text !== text) throw new Problem(422, 'key', 'The key belongs to another booking');
    if (known) return known.booking;
    const booking = { id: `b-${randomUUID()}`, passenger, ...body, state: 'pending', reason: null, slot: null };
    this.all.set(booking.id, booking);
    this.keys.set(`${passenger} ${key}`, { text, booking });
    this.advance(booking);
    return booking;
  },
  async advance(booking) {
    await pause(5);
    if (![200, 201].includes(sailings.hold(booking.id, booking))) return this.reject(booking, 'no-deck-space');
    await pause(5);
    if (![200, 201].includes(checkIn.take(booking.id, booking))) {
      sailings.release(booking.id, booking);
      return this.reject(booking, 'no-check-in-slot');
    }
    Object.assign(booking, { state: 'confirmed', slot: `slot-${booking.id}` });
    await notices.handle({ booking: booking.id, kind: 'confirmed' });
  },
  async reject(booking, reason) {
    Object.assign(booking, { state: 'rejected', reason });
    await notices.handle({ booking: booking.id, kind: 'rejected' });
  },
  async cancel(booking) {
    checkIn.free(booking.id);
    sailings.release(booking.id, booking);
    Object.assign(booking, { state: 'canceled', slot: null });
    await notices.handle({ booking: booking.id, kind: 'canceled' });
  },
};

function passengerOf({ bearer }) {
  const [, id] = /^test-passenger-(\d+)$/.exec(bearer ?? '') ?? [];
  if (!id) throw new Problem(401, 'token', 'The token is missing or wrong');
  return id;
}
function bookingOf(context) {
  const booking = bookings.all.get(context.params.id);
  if (booking?.passenger !== passengerOf(context)) throw new Problem(404, 'not-found', 'There is no such booking');
  return booking;
}
const shown = ({ id, sailing, meters, state, reason, slot }) => ({ id, sailing, meters, state, reason, slot });

serve({
  'PUT /sailings/{id}': async ({ params, bearer, json }) => {
    if (bearer !== 'test-planner') throw new Problem(401, 'token', 'The token is missing or wrong');
    const { from, to, departs, deckMeters, slots } = await json();
    sailings.all.set(params.id, { id: params.id, from, to, departs, deckMeters, slots });
    return { status: 201 };
  },
  'GET /sailings': ({ query }) => {
    const [from, to, date] = ['from', 'to', 'date'].map((name) => query.get(name));
    if (!from || !to || !/^\d{4}-\d\d-\d\d$/.test(date)) throw new Problem(400, 'query', 'from, to and date are needed');
    const found = [...sailings.all.values()].filter((each) => each.from === from && each.to === to && new Date(each.departs).toISOString().startsWith(date));
    return { body: { items: found.map(({ slots, ...sailing }) => ({ ...sailing, freeMeters: sailings.free(sailing) })) } };
  },
  'POST /bookings': async (context) => {
    const passenger = passengerOf(context);
    const key = context.headers['idempotency-key'];
    if (!key) throw new Problem(400, 'key', 'Idempotency-Key is missing');
    const { sailing, meters, plate } = await context.json();
    check(
      ['sailing', sailings.all.has(sailing), 'does not exist'],
      ['meters', Number.isInteger(meters) && meters >= 1 && meters <= 30, 'must be 1 to 30'],
      ['plate', typeof plate === 'string' && plate !== '', 'must not be empty'],
    );
    const booking = bookings.start(passenger, key, { sailing, meters, plate });
    return { status: 202, headers: { location: `/bookings/${booking.id}` }, body: shown(booking) };
  },
  'GET /bookings/{id}': (context) => ({ body: shown(bookingOf(context)) }),
  'DELETE /bookings/{id}': (context) => {
    const booking = bookingOf(context);
    const isLate = Date.parse(sailings.all.get(booking.sailing).departs) - Date.now() < 3_600_000;
    if (booking.state !== 'confirmed' || isLate) throw new Problem(409, 'state', 'The booking cannot be canceled');
    bookings.cancel(booking);
    return { status: 202 };
  },
  'GET /health': () => ({ body: { status: 'ok' } }),
});
