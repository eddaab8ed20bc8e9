export function createBreaker(call, { threshold, openFor, now }) {
  return async function invoke(...args) {
    return call(...args);
  };
}
