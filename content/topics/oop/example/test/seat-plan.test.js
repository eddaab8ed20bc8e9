import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeatPlan } from '../src/seat-plan.js';

const makePlan = () => new SeatPlan(['C3', 'C4', 'C5']);

test('a seat is held at most once, whoever asks', () => {
  const plan = makePlan();
  plan.hold(['C4'], 'order 71');
  assert.throws(() => plan.hold(['C4'], 'order 72'), /C4 is taken/);
  assert.throws(() => plan.hold(['C4'], 'order 71'), /C4 is taken/);
});

test('an order gets all of its seats or none', () => {
  const plan = makePlan();
  plan.hold(['C4'], 'order 71');
  assert.throws(() => plan.hold(['C3', 'C4'], 'order 72'), /C4 is taken/);
  assert.throws(() => plan.hold(['C3', 'Z9'], 'order 72'), /no seat Z9/);
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

test('a plan survives JSON, with its state and its rules', () => {
  const plan = makePlan();
  plan.hold(['C4'], 'order 71');
  const copy = SeatPlan.fromJSON(JSON.parse(JSON.stringify(plan)));
  assert.deepEqual(copy.freeSeats(), ['C3', 'C5']);
  assert.throws(() => copy.hold(['C4'], 'order 72'), /C4 is taken/);
});

test('fromJSON refuses data that breaks the rules', () => {
  const twice = {
    seats: ['C4'],
    holds: [
      ['C4', 'order 71'],
      ['C4', 'order 72'],
    ],
  };
  assert.throws(() => SeatPlan.fromJSON(twice), /C4 is taken/);
});
