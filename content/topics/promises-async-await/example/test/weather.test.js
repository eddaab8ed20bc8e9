import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fiveAtATime, temperature } from '../src/weather.js';
import { startWeatherApi } from '../src/weather-api.js';

test('five at a time never gets a 429, and reports the broken station', async (t) => {
  const api = await startWeatherApi({ delayMs: 10 });
  t.after(() => api.close());
  const outcomes = await fiveAtATime(api.url, [15, 16, 17, 18, 19, 20, 21]);
  assert.ok(api.seen.most <= 5, `${api.seen.most} in flight`);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.value ?? outcome.reason.message),
    [15, 16, 'station 17: 503', 18, 19, 20, 21],
  );
});

test('a timeout closes the connection', async (t) => {
  const api = await startWeatherApi({ delayMs: 1_000 });
  t.after(() => api.close());
  const signal = AbortSignal.timeout(100);
  await assert.rejects(temperature(api.url, 1, { signal }), {
    name: 'TimeoutError',
  });
  await sleep(100);
  assert.equal(api.seen.abandoned, 1);
});
