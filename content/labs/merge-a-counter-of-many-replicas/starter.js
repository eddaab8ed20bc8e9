export function createCounter(replica, state = { value: 0 }) {
  let value = state.value;
  return {
    add(n) {
      value += n;
    },
    value: () => value,
    state: () => ({ value }),
    merge(other) {
      value = other.value;
    },
  };
}
