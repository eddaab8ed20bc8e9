// fails: Two servers do not lose a booking
// says: lets the bookings of one server wait for each other, but the other server doesn't wait.
import { replay } from './replay.js';

const maxPoints = 1_000_000;

class PointsError extends Error {}

function assertAmount(points) {
  if (!Number.isInteger(points) || points < 1) throw new PointsError(`${points} is not a number of points`);
}

/** Books points of customers. Several servers run this code against one database. */
export function createPoints(store) {
  let last = Promise.resolve();

  /** Lets bookings run one after another. */
  function inTurn(book) {
    const result = last.then(book);
    last = result.catch(() => {});
    return result;
  }

  const add = (customer, points) => inTurn(async () => {
    assertAmount(points);
    const row = await store.read(customer);
    const total = row.points + points;
    if (total > maxPoints) throw new PointsError(`${customer} can't have more than ${maxPoints} points`);
    await store.write(customer, total);
    return total;
  });

  const spend = (customer, points) => inTurn(async () => {
    assertAmount(points);
    const row = await store.read(customer);
    if (row.points < points) throw new PointsError(`${customer} has only ${row.points} points`);
    const rest = row.points - points;
    await store.write(customer, rest);
    return rest;
  });

  return { add, spend };
}

await replay(createPoints);
