// fails: Only one trial is under way
export function createBreaker(call, { threshold, openFor, now }) {
  let failures = 0;
  let openUntil = -1;
  return async function invoke(...args) {
    if (now() < openUntil) throw Object.assign(new Error('open'), { code: 'CIRCUIT_OPEN' });
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
