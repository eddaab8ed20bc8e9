import { setTimeout as sleep } from 'node:timers/promises';

// #region gate
const REFUSALS = new Set([404, 409, 422]); // what the service itself says

/** Asks until the service has answered, or until the time is up. */
export async function countRide(
  url,
  { id, pass, timeoutMs = 200, deadlineMs = 20_000 },
) {
  const endsAt = performance.now() + deadlineMs;
  while (performance.now() < endsAt) {
    try {
      const res = await fetch(`${url}/passes/${pass}/rides`, {
        method: 'POST',
        headers: id ? { 'x-request-id': id } : {},
        signal: AbortSignal.timeout(timeoutMs),
      });
      await res.body?.cancel();
      if (res.status === 200) return 'counted';
      if (REFUSALS.has(res.status)) return 'refused';
      // anything else may come from a proxy, after a lost success: unknown
    } catch {
      // lost or late, before or after the work: unknown
    }
    await sleep(Math.random() * 100);
  }
  return 'unknown'; // keep the ID, and ask again later
}
// #endregion gate
