// fails: Points are spent only once
// says: checks only in the first attempt whether there are enough points.
import { replay } from './replay.js';

const maxPoints = 1_000_000;

class PointsError extends Error {}

function assertAmount(points) {
  if (!Number.isInteger(points) || points < 1) throw new PointsError(`${points} is not a number of points`);
}

/** Books points of customers. Several servers run this code against one database. */
export function createPoints(store) {
  /** Reads, computes and writes, again if someone else has written in between. */
  async function change(customer, compute) {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { points, version } = await store.read(customer);
      const total = compute(points);
      if (await store.write(customer, total, version)) return total;
    }
    throw new PointsError(`The points of ${customer} change too often`);
  }

  async function add(customer, points) {
    assertAmount(points);
    return change(customer, (before) => {
      if (before + points > maxPoints) throw new PointsError(`${customer} can't have more than ${maxPoints} points`);
      return before + points;
    });
  }

  async function spend(customer, points) {
    assertAmount(points);
    let isFirst = true;
    return change(customer, (before) => {
      if (!isFirst) return before - points;
      isFirst = false;
      if (before < points) throw new PointsError(`${customer} has only ${before} points`);
      return before - points;
    });
  }

  return { add, spend };
}

await replay(createPoints);
