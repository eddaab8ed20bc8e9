import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  atOnce,
  fiveAtATime,
  inSequence,
  temperature,
} from '../src/weather.js';
import { startWeatherApi } from '../src/weather-api.js';

async function start(t, options) {
  const api = await startWeatherApi(options);
  t.after(() => api.close());
  return api;
}

test('five at a time keeps the values and reports the broken station', async (t) => {
  const api = await start(t, { headersMs: 10 });
  const outcomes = await fiveAtATime(api.url, [15, 16, 17, 18, 19, 20, 21]);
  assert.deepEqual(
    outcomes.map((outcome) => outcome.value ?? outcome.reason.message),
    [15, 16, 'station 17: 503', 18, 19, 20, 21],
  );
});

test('five at a time gives each station 2 seconds', async (t) => {
  const api = await start(t, { headersMs: 2_500 });
  const [{ reason }] = await fiveAtATime(api.url, [1]);
  assert.equal(reason.name, 'TimeoutError');
});

const stations = Array.from({ length: 40 }, (_, n) => n + 20);

// #region bodies
for (const isDown of [false, true]) {
  const kind = isDown ? 'error' : 'data';
  test(`five at a time limits slow ${kind} bodies, too`, async (t) => {
    const api = await start(t, { headersMs: 0, bodyMs: 50, isDown });
    await fiveAtATime(api.url, stations);
    assert.equal(api.seen.most, 5);
  });
}
// #endregion bodies

test('one after the other has one request in flight', async (t) => {
  const api = await start(t, { headersMs: 1 });
  assert.deepEqual(await inSequence(api.url, [1, 2, 3]), [1, 2, 3]);
  assert.equal(api.seen.most, 1);
});

test('all at once rejects if there are too many', async (t) => {
  const api = await start(t);
  await assert.rejects(atOnce(api.url, stations), /429/);
});

for (const slow of ['headersMs', 'bodyMs']) {
  test(`a timeout closes the connection, slow: ${slow}`, async (t) => {
    const api = await start(t, { headersMs: 0, [slow]: 1_000 });
    const signal = AbortSignal.timeout(100);
    await assert.rejects(temperature(api.url, 1, { signal }), {
      name: 'TimeoutError',
    });
    await sleep(100);
    assert.equal(api.seen.abandoned, 1);
  });
}
