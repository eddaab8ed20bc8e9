import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats one intention of the user until its outcome is known. */
// #region client
export async function startWash(url, { key, machine }, attempts = 5) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const res = await fetch(url, {
        method: 'POST',
        headers: {
          authorization: 'Bearer ida',
          'content-type': 'application/json',
          'idempotency-key': key, // the same one for every attempt
        },
        body: JSON.stringify({ machine }),
        signal: AbortSignal.timeout(3_000),
      });
      const body = await res.json();
      const busy = [409, 429].includes(res.status) || res.status >= 500;
      if (!busy) return { status: res.status, ...body };
    } catch {
      // No response, so no one knows yet whether the machine runs.
    }
    if (attempt === attempts) throw new Error('The outcome is unknown');
    await sleep(Math.random() * 200 * 2 ** attempt);
  }
}
// #endregion client
