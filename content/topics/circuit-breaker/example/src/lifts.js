import CircuitBreaker from 'opossum';

// #region ask
const isHealthy = (status) => status < 500 && status !== 429;

function createAsk(url, timeoutMs) {
  return async (slope) => {
    const res = await fetch(`${url}/slopes/${slope}`, {
      signal: AbortSignal.timeout(timeoutMs), // ends every call, also a probe
    });
    if (res.ok) return (await res.json()).status.trim(); // or throw
    await res.body?.cancel(); // or its connection waits for the rest
    const error = new Error(`status ${res.status}`);
    throw Object.assign(error, { status: res.status });
  };
}
// #endregion ask

// #region breaker
export function createLifts({
  url,
  timeoutMs = 500,
  pauseMs = 2_000,
  windowMs = 5_000,
  minCalls = 20,
  maxAgeMs = 600_000,
  enabled = true,
}) {
  const breaker = new CircuitBreaker(createAsk(url, timeoutMs), {
    timeout: false, // fetch has its own
    rollingCountTimeout: windowMs,
    volumeThreshold: minCalls,
    errorThresholdPercentage: 50,
    resetTimeout: pauseMs,
    errorFilter: (error) => isHealthy(error.status), // these don't count
    enabled,
  });
  const lastKnown = new Map();

  async function status(slope) {
    if (!/^\d{1,9}$/.test(slope)) return { text: 'no such slope', ageMs: 0 };
    try {
      const text = await breaker.fire(slope);
      lastKnown.set(slope, { text, at: Date.now() });
      return { text, ageMs: 0 };
    } catch (error) {
      if (error.status === 404) return { text: 'no such slope', ageMs: 0 };
      const last = lastKnown.get(slope);
      const ageMs = last ? Date.now() - last.at : Infinity;
      if (ageMs > maxAgeMs) return { text: 'unknown' };
      return { text: last.text, ageMs };
    }
  }
  return { status, breaker };
}
// #endregion breaker
