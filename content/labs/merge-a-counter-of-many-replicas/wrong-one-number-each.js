// fails: Going down is not lost in a merge
export function createCounter(replica, state = {}) {
  const counts = { ...state };
  return {
    add(n) {
      if (!Number.isInteger(n)) throw new RangeError('integer');
      counts[replica] = (counts[replica] ?? 0) + n;
    },
    value: () => Object.values(counts).reduce((a, b) => a + b, 0),
    state: () => ({ ...counts }),
    merge(other) {
      for (const [name, count] of Object.entries(other)) counts[name] = Math.max(counts[name] ?? -Infinity, count);
    },
  };
}
