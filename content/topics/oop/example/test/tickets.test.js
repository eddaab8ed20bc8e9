import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fullRefund,
  group,
  minusFee,
  noRefund,
  single,
  Ticket as ComposedTicket,
} from '../src/composed.js';
import {
  payRefunds,
  RepairedSaverTicket,
  SaverTicket,
  Ticket,
  VipTicket,
} from '../src/inherited.js';
import { GroupTicket, SingleTicket, total } from '../src/tickets.js';

test('the total asks each ticket', () => {
  assert.deepEqual(
    total([new SingleTicket('adult', 2400), new GroupTicket(10)]),
    { cents: 17400, seats: 11 },
  );
});

test('the lower price starts with a group of 10', () => {
  for (const [size, cents] of [
    [9, 18000],
    [10, 15000],
  ]) {
    assert.equal(new GroupTicket(size).price(), cents);
    assert.equal(group(size).cents, cents);
  }
});

test('a ticket without seatCount() fails instead of being ignored', () => {
  assert.throws(() => total([{ price: () => 500 }]), TypeError);
});

// Every subclass of Ticket has to keep the promise of refund(), so add yours.
for (const ticket of [
  new Ticket('Ana', 2400),
  new VipTicket('Ana'),
  new RepairedSaverTicket('Ana', 1200),
]) {
  test(`${ticket.constructor.name}.refund() is a whole number of cents, 0 or more`, () => {
    assert.ok(Number.isInteger(ticket.refund()) && ticket.refund() >= 0);
  });
}

test('a VIP gets the price back without the drink', () => {
  assert.equal(new VipTicket('Ana').refund(), 7000);
});

test('a subclass that throws stops the refunds of everyone after it', () => {
  const paid = [];
  const tickets = [new SaverTicket('Ben', 1200), new Ticket('Cleo', 2400)];
  assert.throws(
    () => payRefunds(tickets, (owner) => paid.push(owner)),
    /not refundable/,
  );
  assert.deepEqual(paid, []);
});

test('the repaired subclass lets everyone after it get a refund', () => {
  const paid = [];
  payRefunds(
    [new RepairedSaverTicket('Ben', 1200), new Ticket('Cleo', 2400)],
    (owner, cents) => paid.push([owner, cents]),
  );
  assert.deepEqual(paid, [
    ['Ben', 0],
    ['Cleo', 2400],
  ]);
});

test('pricing and refund rules combine freely', () => {
  const refunds = [fullRefund, noRefund, minusFee(500)].map((rule) =>
    [single(2400), group(4), group(10)].map((pricing) =>
      new ComposedTicket('Ana', pricing, rule).refund(),
    ),
  );
  assert.deepEqual(refunds, [
    [2400, 8000, 15000],
    [0, 0, 0],
    [1900, 7500, 14500],
  ]);
});

test('a fee above the price refunds nothing', () => {
  assert.equal(
    new ComposedTicket('Ana', single(300), minusFee(500)).refund(),
    0,
  );
});

test('a pricing cannot be changed after the ticket was made', () => {
  const pricing = single(2400);
  const ticket = new ComposedTicket('Ana', pricing, fullRefund);
  assert.throws(() => {
    pricing.cents = 1;
  }, TypeError);
  assert.equal(ticket.price(), 2400);
});
