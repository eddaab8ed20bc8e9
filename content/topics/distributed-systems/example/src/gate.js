import { setTimeout as sleep } from 'node:timers/promises';

// #region gate
const BUSY = new Set([408, 425, 429]); // it may work later

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
      const isUnknown = res.status >= 500 || BUSY.has(res.status);
      if (!isUnknown) return 'refused';
    } catch {
      // lost or late, before or after the work: unknown
    }
    await sleep(Math.random() * 100);
  }
  return 'unknown'; // keep the ID, and ask again later
}
// #endregion gate
