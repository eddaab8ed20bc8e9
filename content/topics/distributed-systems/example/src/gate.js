import { setTimeout as sleep } from 'node:timers/promises';

// #region gate
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
        headers: id ? { 'idempotency-key': id } : {},
        signal: AbortSignal.timeout(timeoutMs),
      });
      const { outcome } = await res.json(); // only the service writes this
      if (outcome === 'counted' || outcome === 'refused') return outcome;
      // anything else may come after a lost success: unknown
    } catch {
      // lost, late or from a proxy, before or after the work: unknown
    }
    await sleep(Math.random() * 100);
  }
  return 'unknown'; // keep the ID, and ask again later
}
// #endregion gate
