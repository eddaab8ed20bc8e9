// #region simulate
// Requests come to a pool and hold a connection each. Returns the waits in ms.
export function simulate({ pool, requests, nextArrival, nextHold }) {
  const freeAt = Array(pool).fill(0);
  const waits = [];
  let now = 0;
  for (let n = 0; n < requests; n += 1) {
    now += nextArrival();
    const first = freeAt.indexOf(Math.min(...freeAt));
    const startsAt = Math.max(now, freeAt[first]);
    waits.push(startsAt - now);
    freeAt[first] = startsAt + nextHold();
  }
  return waits;
}

export const even = (mean) => () => mean;
export const random = (mean) => () => -mean * Math.log(1 - Math.random());
// #endregion simulate

// #region erlang
// The exact mean wait for random arrivals and random holds (Erlang C).
export function exactMeanWait({ pool, perSecond, holdMs }) {
  const load = (perSecond * holdMs) / 1000; // Little's law: busy connections
  if (load >= pool) return Infinity;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < pool; k += 1) {
    term *= load / k;
    sum += term;
  }
  const last = (term * load) / pool / (1 - load / pool);
  const mustWait = last / (sum + last);
  return (mustWait * holdMs) / (pool - load);
}
// #endregion erlang
