import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeatPlan } from '../src/seat-plan.js';

const makePlan = () => new SeatPlan(['C3', 'C4', 'C5']);

test('a held seat cannot be held again, not even by the same order', () => {
  const plan = makePlan();
  plan.hold(['C4'], 'order 71');
  assert.throws(() => plan.hold(['C4'], 'order 72'), /C4 is taken/);
  assert.throws(() => plan.hold(['C4'], 'order 71'), /C4 is taken/);
});

test('an order with one wrong or taken seat gets none of its seats', () => {
  const plan = makePlan();
  plan.hold(['C4'], 'order 71');
  assert.throws(() => plan.hold(['C3', 'C4'], 'order 72'), /C4 is taken/);
  assert.throws(() => plan.hold(['C3', 'Z9'], 'order 72'), /no seat Z9/);
  assert.throws(() => plan.hold(['C3', 'C3'], 'order 72'), /a seat twice/);
  assert.deepEqual(plan.freeSeats(), ['C3', 'C5']);
});

test('any iterable of seats works, also a generator', () => {
  const plan = makePlan();
  plan.hold(
    (function* () {
      yield 'C3';
    })(),
    'order 71',
  );
  assert.deepEqual(plan.freeSeats(), ['C4', 'C5']);
});

test('the lists that go in and come out are copies', () => {
  const seats = ['C3', 'C4', 'C5'];
  const plan = new SeatPlan(seats);
  seats.length = 0;
  plan.freeSeats().length = 0;
  assert.deepEqual(plan.freeSeats(), ['C3', 'C4', 'C5']);
});

test('release frees the seats of one order', () => {
  const plan = makePlan();
  plan.hold(['C3', 'C4'], 'order 71');
  plan.hold(['C5'], 'order 72');
  plan.release('order 71');
  assert.deepEqual(plan.freeSeats(), ['C3', 'C4']);
});

test('a plan keeps its holds through JSON, and still refuses a held seat', () => {
  const plan = makePlan();
  plan.hold(['C4'], 'order 71');
  const copy = SeatPlan.fromJSON(JSON.parse(JSON.stringify(plan)));
  assert.deepEqual(copy.freeSeats(), ['C3', 'C5']);
  assert.throws(() => copy.hold(['C4'], 'order 72'), /C4 is taken/);
});

test('fromJSON rejects a seat with two orders, or one that is not there', () => {
  const restore = (...seats) =>
    SeatPlan.fromJSON({
      seats: ['C4'],
      holds: seats.map((seat, i) => [seat, `order ${i}`]),
    });
  assert.throws(() => restore('C4', 'C4'), /C4 is taken/);
  assert.throws(() => restore('Z9'), /no seat Z9/);
});
