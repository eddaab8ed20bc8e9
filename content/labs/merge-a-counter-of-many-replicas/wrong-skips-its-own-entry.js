// fails: After a restart a replica goes on with its own numbers
// says: doesn't take its own numbers from another replica's state.
export function createCounter(replica, state = {}) {
  const added = { __proto__: null, ...state.added };
  const removed = { __proto__: null, ...state.removed };
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
      takeLarger(added, other.added, replica);
      takeLarger(removed, other.removed, replica);
    },
  };
}

function takeLarger(mine, theirs, own) {
  for (const [replica, count] of Object.entries(theirs)) if (replica !== own) mine[replica] = Math.max(mine[replica] ?? 0, count);
}
