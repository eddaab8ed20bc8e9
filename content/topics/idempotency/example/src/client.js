import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats one intention of the user until its outcome is known. */
// #region client
export async function startWash(url, { key, machine }, attempts = 5) {
  for (let attempt = 1; ; attempt += 1) {
    let after = 0; // the seconds that the server asks us to wait
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
      after = Number(res.headers.get('retry-after')) || 0;
      const body = await res.json();
      const busy = [409, 429].includes(res.status) || res.status >= 500;
      if (!busy) return { status: res.status, ...body };
    } catch {
      // No response, so no one knows yet whether the machine runs.
    }
    if (attempt === attempts || after > 60)
      throw new Error('The outcome is unknown');
    await sleep(after * 1_000 + Math.random() * 200 * 2 ** attempt);
  }
}
// #endregion client
