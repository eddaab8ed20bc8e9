// fails: A call from before the opening doesn't change the circuit
// says: lets a call that began before the circuit opened close it, or keep it open for longer.
export function createBreaker(call, { threshold, openFor, now }) {
  let failures = 0;
  let openUntil;
  let isTrying;

  return async function invoke(...args) {
    const isOpen = openUntil !== undefined;
    if (isOpen && (isTrying || now() < openUntil))
      throw Object.assign(new Error('The service is not called at the moment.'), { code: 'CIRCUIT_OPEN' });
    isTrying = isOpen;
    try {
      const result = await call(...args);
      failures = 0;
      openUntil = undefined;
      return result;
    } catch (error) {
      failures += 1;
      if (isOpen || failures >= threshold) openUntil = now() + openFor;
      throw error;
    } finally {
      isTrying = false;
    }
  };
}
