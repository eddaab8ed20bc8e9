// fails: A state that arrives twice counts once
export function createCounter(replica, state = { value: 0 }) {
  let value = state.value;
  return {
    add(n) {
      if (!Number.isInteger(n)) throw new RangeError('integer');
      value += n;
    },
    value: () => value,
    state: () => ({ value }),
    merge(other) {
      value += other.value;
    },
  };
}
