// A solution of the Ticket Booking Service without packages: seats, holds, orders and the door. It keeps everything in memory,
// where one function runs at a time, so a check and the change after it need no lock. It has no queue.
import { randomBytes, randomUUID } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const minutes = 60_000;
const show = { startsAt: Date.now() + 30 * 24 * 60 * minutes, seats: new Map() };
for (const row of 'ABCDEFGHIJ') for (let seat = 1; seat <= 12; seat += 1) show.seats.set(`${row}${String(seat).padStart(2, '0')}`, { priceCents: 1800 });
const holds = new Map();
const orders = new Map();
const tickets = new Map();
const notFound = () => new Problem(404, 'not-found', 'There is nothing at this address');

function personOf({ bearer }) {
  if (!bearer) throw new Problem(401, 'token', 'A token is needed', { headers: { 'www-authenticate': 'Bearer' } });
  return bearer;
}

function own(things, context) {
  const person = personOf(context);
  const found = things.get(context.params.id);
  if (found?.person !== person) throw notFound();
  return found;
}

/** Whether a hold still keeps its seats: it is sold, or its time is not over. */
const isLive = (hold) => hold !== undefined && (hold.isSold || Date.now() < hold.endsAt);
const isFree = (seat) => !isLive(show.seats.get(seat).hold);
const shownHold = ({ id, seats, totalCents, endsAt }) => ({ id, seats, totalCents, endsAt: new Date(endsAt).toISOString() });
const shownOrder = ({ id, state, hold, codes }) => ({
  id,
  state,
  seats: hold.seats,
  tickets: state === 'paid' ? codes.map((code, index) => ({ seat: hold.seats[index], code })) : [],
});

async function addHold(context) {
  if (context.params.id !== '1') throw notFound();
  const person = personOf(context);
  const { seats } = await context.json();
  check(
    ['seats', Array.isArray(seats) && seats.length >= 1 && seats.length <= 8, 'must have 1 to 8 seats'],
    ['seats', Array.isArray(seats) && new Set(seats).size === seats.length, 'must have each seat once'],
    ['seats', Array.isArray(seats) && seats.every((seat) => show.seats.has(seat)), 'must be seats of the show'],
  );
  const taken = seats.filter((seat) => !isFree(seat));
  if (taken.length > 0) throw new Problem(409, 'seats-taken', `${taken.join(', ')} taken`, { seats: taken });
  const present = [...show.seats.values()].filter(({ hold }) => isLive(hold) && hold.person === person).length;
  if (present + seats.length > 8) throw new Problem(409, 'seat-limit', 'A person has at most 8 seats of a show');
  const totalCents = seats.reduce((sum, seat) => sum + show.seats.get(seat).priceCents, 0);
  const hold = { id: randomUUID(), person, seats, totalCents, endsAt: Date.now() + 10 * minutes };
  holds.set(hold.id, hold);
  for (const seat of seats) show.seats.get(seat).hold = hold;
  return { status: 201, headers: { location: `/holds/${hold.id}` }, body: shownHold(hold) };
}

/** Frees the seats that still belong to this hold, and no others. */
function release(hold) {
  for (const seat of hold.seats) if (show.seats.get(seat).hold === hold) show.seats.get(seat).hold = undefined;
}

async function addOrder(context) {
  const hold = own(holds, context);
  const key = context.headers['idempotency-key'];
  if (!key) throw new Problem(400, 'idempotency-key', 'Send an Idempotency-Key');
  const { card } = await context.json();
  if (hold.order?.key === key) return { status: 200, body: shownOrder(hold.order) };
  if (hold.order) throw new Problem(409, 'ordered', 'The hold is being paid with another key');
  if (Date.now() >= hold.endsAt) throw new Problem(410, 'hold-ended', 'The hold has ended');
  const order = { id: randomUUID(), person: hold.person, hold, key, state: 'paying', codes: [] };
  hold.order = order;
  hold.endsAt += 5 * minutes;
  orders.set(order.id, order);
  // The stand-in for the payment provider.
  setTimeout(() => settle(order, card !== 'test-fails'), card === 'test-slow' ? minutes : 50);
  return { status: 201, headers: { location: `/orders/${order.id}` }, body: shownOrder(order) };
}

function settle(order, isPaid) {
  if (order.state !== 'paying') return;
  order.state = isPaid ? 'paid' : 'failed';
  order.hold.isSold = isPaid;
  if (!isPaid) return release(order.hold);
  order.codes = order.hold.seats.map(() => randomBytes(16).toString('base64url'));
  for (const code of order.codes) tickets.set(code, { order });
}

async function scan(context) {
  if (context.bearer !== 'test-door') throw new Problem(401, 'token', 'The token of a door is needed');
  const { code } = await context.json();
  const ticket = tickets.get(code);
  if (ticket?.order.state !== 'paid') throw notFound();
  if (ticket.scannedAt) throw new Problem(409, 'scanned', 'The ticket was scanned', { scannedAt: ticket.scannedAt });
  ticket.scannedAt = new Date().toISOString();
  return { body: { code, scannedAt: ticket.scannedAt } };
}

/** The map, which is kept for a second. */
let map = { until: 0 };

serve({
  'GET /shows/{id}/seats': ({ params }) => {
    if (params.id !== '1') throw notFound();
    if (Date.now() < map.until) return { body: map.body };
    const seats = [...show.seats].map(([seat, { priceCents }]) => ({ seat, free: isFree(seat), priceCents }));
    map = { until: Date.now() + 1000, body: { show: '1', startsAt: new Date(show.startsAt).toISOString(), asOf: new Date().toISOString(), seats } };
    return { body: map.body };
  },
  'POST /shows/{id}/holds': addHold,
  'GET /holds/{id}': (context) => ({ body: shownHold(own(holds, context)) }),
  'DELETE /holds/{id}': (context) => {
    const hold = own(holds, context);
    if (hold.order && hold.order.state !== 'failed') throw new Problem(409, 'ordered', 'The hold is being paid');
    release(hold);
    hold.endsAt = Math.min(hold.endsAt, Date.now());
    return { status: 204 };
  },
  'POST /holds/{id}/order': addOrder,
  'GET /orders/{id}': (context) => ({ body: shownOrder(own(orders, context)) }),
  'POST /orders/{id}/cancellation': (context) => {
    const order = own(orders, context);
    if (order.state !== 'paid' || show.startsAt - Date.now() < 24 * 60 * minutes) throw new Problem(409, 'too-late', 'It cannot be canceled');
    order.state = 'refunding';
    order.hold.isSold = false;
    release(order.hold);
    return { body: shownOrder(order) };
  },
  'POST /scans': scan,
});
