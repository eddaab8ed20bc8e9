import { replay } from './replay.js';

const maxPoints = 1_000_000;

class PointsError extends Error {}

function assertAmount(points) {
  if (!Number.isInteger(points) || points < 1) throw new PointsError(`${points} is not a number of points`);
}

/** Books points of customers. Several servers run this code against one database. */
export function createPoints(store) {
  async function add(customer, points) {
    assertAmount(points);
    const row = await store.read(customer);
    const total = row.points + points;
    if (total > maxPoints) throw new PointsError(`${customer} can't have more than ${maxPoints} points`);
    await store.write(customer, total);
    return total;
  }

  async function spend(customer, points) {
    assertAmount(points);
    const row = await store.read(customer);
    if (row.points < points) throw new PointsError(`${customer} has only ${row.points} points`);
    const rest = row.points - points;
    await store.write(customer, rest);
    return rest;
  }

  return { add, spend };
}

await replay(createPoints);
