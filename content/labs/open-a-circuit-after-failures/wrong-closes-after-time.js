// fails: A failed trial opens the circuit for the whole time again
export function createBreaker(call, { threshold, openFor, now }) {
  let failures = 0;
  let openUntil;
  return async function invoke(...args) {
    if (openUntil !== undefined && now() < openUntil) throw Object.assign(new Error('open'), { code: 'CIRCUIT_OPEN' });
    if (openUntil !== undefined) {
      openUntil = undefined;
      failures = 0;
    }
    try {
      const result = await call(...args);
      failures = 0;
      return result;
    } catch (error) {
      failures += 1;
      if (failures >= threshold) openUntil = now() + openFor;
      throw error;
    }
  };
}
