import { Refused } from './refused.js';

// #region pilots
export async function bookPilot(pilotsUrl, station, ship) {
  const url = new URL(pilotsUrl);
  const body = JSON.stringify({ station, ship });
  let status;
  try {
    const signal = AbortSignal.timeout(2_000);
    const res = await fetch(url, { method: 'POST', body, signal });
    await res.text();
    status = res.status;
  } catch (cause) {
    throw new Refused(503, 'no_pilot', `No pilot for ${ship}`, { cause });
  }
  if (status === 201) return;
  const cause = new Error(`the pilot service returned ${status}`);
  if (status < 500 && status !== 429) throw cause; // our request was wrong
  throw new Refused(503, 'no_pilot', `No pilot for ${ship}`, { cause });
}
// #endregion pilots
