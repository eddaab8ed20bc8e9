export function createBreaker(call, { threshold, openFor, now }) {
  let failures = 0;
  let openUntil;
  let isTrying = false;

  return async function invoke(...args) {
    const isTrial = openUntil !== undefined;
    if (isTrial && (isTrying || now() < openUntil))
      throw Object.assign(new Error('The service is not called at the moment.'), { code: 'CIRCUIT_OPEN' });
    isTrying = isTrial;
    try {
      const result = await call(...args);
      failures = 0;
      if (isTrial) openUntil = undefined;
      return result;
    } catch (error) {
      failures += 1;
      const opens = isTrial || (openUntil === undefined && failures >= threshold);
      if (opens) openUntil = now() + openFor;
      throw error;
    } finally {
      if (isTrial) isTrying = false;
    }
  };
}
