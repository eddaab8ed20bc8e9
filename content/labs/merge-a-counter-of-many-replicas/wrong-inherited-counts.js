// fails: A replica can have any name
// says: finds what every object inherits under a replica's name.
export function createCounter(replica, state = {}) {
  const added = { ...state.added };
  const removed = { ...state.removed };
  const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);

  return {
    add(n) {
      if (!Number.isSafeInteger(n)) throw new RangeError(`add takes an integer, not ${n}.`);
      if (n === 0) return;
      const counts = n > 0 ? added : removed;
      counts[replica] = (counts[replica] ?? 0) + Math.abs(n);
    },
    value: () => sum(added) - sum(removed),
    state: () => ({ added: { ...added }, removed: { ...removed } }),
    merge(other) {
      takeLarger(added, other.added);
      takeLarger(removed, other.removed);
    },
  };
}

function takeLarger(mine, theirs) {
  for (const [replica, count] of Object.entries(theirs)) mine[replica] = Math.max(mine[replica] ?? 0, count);
}
