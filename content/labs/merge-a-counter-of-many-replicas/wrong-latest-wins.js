// fails: An old state that arrives late does no harm
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
      for (const [name, count] of Object.entries(other)) if (name !== replica) counts[name] = count;
    },
  };
}
