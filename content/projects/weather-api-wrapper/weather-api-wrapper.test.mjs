// Weather API Wrapper, tested from outside. The tests are the weather provider, at http://localhost:4000: start your server
// with WEATHER_URL=http://localhost:4000, then run
//
//   BASE_URL=http://localhost:3000 node --test weather-api-wrapper.test.mjs
//
// Needs Node.js 22 or later and no package. Start your server again before each run: it must not remember the one before.
// Not tested: what happens after ten minutes, after three hours, on the next day and after a restart, and the log.
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

/** The present hour as the provider writes it, in seconds. */
const presentHour = Math.floor(Date.now() / 3_600_000) * 3600;

/** 24 hours before the present one and 72 from it on, with the same weather; one has no chance of rain, and every second one may have other gusts. */
function weather({ gust = 5, every2nd = gust, rain = 10, temperature = 'temperature_2m' }) {
  const time = Array.from({ length: 96 }, (_, index) => presentHour + (index - 24) * 3600);
  return {
    hourly: {
      time,
      [temperature]: time.map(() => 21.5),
      precipitation_probability: time.map((_, index) => (index === 25 && rain === 10 ? null : rain)),
      wind_gusts_10m: time.map((_, index) => (index % 2 === 1 ? every2nd : gust)),
    },
  };
}

/** How the provider behaves, and how often it was called. */
const provider = { calls: 0, respond: undefined };
const good = (options) => (response) => response.end(JSON.stringify(weather(options)));
const silent = () => {};
/** Headers and a part of the body at once, the rest never. */
const trickling = (response) => response.write('{"hourly":');
const status = (code, headers = {}) => (response) => response.writeHead(code, headers).end();

const server = createServer((_, response) => {
  provider.calls += 1;
  response.setHeader('content-type', 'application/json');
  provider.respond(response);
});
await new Promise((resolve) => server.listen(Number(process.env.PEER_PORT ?? 4000), resolve));
after(() => {
  server.closeAllConnections();
  server.close();
});

function behave(respond) {
  provider.calls = 0;
  provider.respond = respond;
}

/** The ids of places that no test has asked for yet: their forecasts are not in the cache. */
let unused = [];
function newPlace() {
  const place = unused.shift();
  if (!place) throw new Error('GET /places lists too few places: the tests need 13, each with a text "id" in "items".');
  return place;
}

const calls = (response, wanted, why) =>
  expect(response).that(
    provider.calls === wanted,
    `${wanted} call${wanted === 1 ? '' : 's'} to the provider ${why} (it got ${provider.calls}; was your server started with WEATHER_URL, just now?)`,
  );

async function timed(path) {
  const started = performance.now();
  const response = await call('GET', path);
  return { response, seconds: (performance.now() - started) / 1000 };
}

const isUnavailable = (response, when) =>
  expect(response)
    .status(503, when)
    .header('Retry-After', /^\d+$/, 'to say in seconds when to ask again')
    .header('Content-Type', /^application\/problem\+json/, 'to be application/problem+json')
    .field('type', '/problems/forecast-unavailable');

before(async () => {
  behave(good({}));
  const response = await call('GET', '/places').catch(() => undefined);
  unused = response?.json?.items?.map?.(({ id }) => id) ?? [];
});

describe('Stage 1: One place, one call', () => {
  let place;
  let response;
  before(async () => {
    behave(good({}));
    place = unused.shift() ?? 'old-brewery';
    response = await call('GET', `/places/${place}/forecast`);
  });

  it('GET /places lists at least 13 places', async () => {
    const places = await call('GET', '/places');
    expect(places)
      .status(200, 'for the list of places')
      .that(places.json?.items?.length >= 13, 'an array "items" with 13 places or more, each with an "id"');
  });

  it('the forecast names the place and when it was fetched', () => {
    const age = Date.now() - Date.parse(response.json?.fetchedAt);
    expect(response)
      .status(200, 'for a place while the provider is well')
      .field('place', place)
      .field('stale', false, 'for a fresh forecast')
      .that(age > -60_000 && age < 60_000, 'the present time in "fetchedAt"');
  });

  it('it begins with the present hour', () => {
    const at = Date.parse(response.json?.hours?.[0]?.at);
    expect(response)
      .status(200, 'for a place while the provider is well')
      .that(at === presentHour * 1000, `${new Date(presentHour * 1000).toISOString()} as the first of "hours"`);
  });

  it('each hour has your names, with units', () => {
    expect(response)
      .field('hours.0.temperatureC', 21.5)
      .field('hours.0.rainPercent', 10)
      .field('hours.0.gustMetersPerSecond', 5)
      .that(!/temperature_2m|wind_gusts|precipitation_probability/u.test(response.text), "none of the provider's names");
  });

  it('a null of the provider stays null', () => {
    expect(response).field('hours.1.rainPercent', null, 'because the provider has no number there');
  });

  it('hours says how many', async () => {
    const short = await call('GET', `/places/${place}/forecast?hours=3`);
    expect(short).status(200, 'for hours=3').that(short.json?.hours?.length === 3, 'three hours');
  });
});

describe('Stage 2: A provider that fails', () => {
  it('a silent provider leads to 503 within 2.5 seconds', async () => {
    for (const mode of [silent, trickling]) {
      behave(mode);
      const { response, seconds } = await timed(`/places/${newPlace()}/forecast`);
      isUnavailable(response, `when the provider ${mode === silent ? 'says nothing' : 'stops in the middle of the body'} and there is no older forecast`);
      expect(response).that(seconds < 2.5, `a response within 2.5 seconds (this one took ${seconds.toFixed(1)})`);
      calls(response, 2, 'after a timeout: one, and one more');
    }
  });

  it('a 502 is tried once more', async () => {
    behave(status(502));
    const response = await call('GET', `/places/${newPlace()}/forecast`);
    isUnavailable(response, 'when the provider fails and there is no older forecast');
    calls(response, 2, 'after a 502: one, and one more');
  });

  it('a list with another name counts as a failure and is not tried again', async () => {
    behave(good({ temperature: 'temp_2m' }));
    const response = await call('GET', `/places/${newPlace()}/forecast`);
    isUnavailable(response, 'when the provider sends no temperature_2m');
    calls(response, 1, 'after an answer that breaks the contract');
  });

  it('GET /health returns 200 without a call', async () => {
    behave(silent);
    const { response, seconds } = await timed('/health');
    expect(response).status(200, 'whatever the provider does').that(seconds < 1, 'a response at once');
    calls(response, 0, 'for /health');
  });
});

describe('Stage 3: Remember', () => {
  let place;

  it('a hundred requests at once cause one call and get the same answer', async () => {
    behave((response) => setTimeout(good({ gust: 15 }), 200, response));
    place = newPlace();
    const all = await Promise.all(Array.from({ length: 100 }, () => call('GET', `/places/${place}/forecast`)));
    calls(all[0], 1, 'for a hundred requests at the same moment');
    for (const response of all)
      expect(response)
        .status(200, 'for each of a hundred requests at the same moment')
        .that(response.text === all[0].text, 'the same answer for all of them');
  });

  it('within ten minutes there is no second call', async () => {
    behave(good({ gust: 1 }));
    const response = await call('GET', `/places/${place ?? newPlace()}/forecast`);
    expect(response).status(200, 'from the cache').field('hours.0.gustMetersPerSecond', 15, 'as in the fetch before');
    calls(response, 0, 'for a forecast that is in the cache');
  });

  it('an unknown place returns 404 without a call', async () => {
    behave(good({}));
    const response = await call('GET', '/places/atlantis/forecast');
    expect(response).status(404, 'for an unknown place');
    calls(response, 0, 'for an unknown place');
  });

  it('hours outside 1 to 48, or an unknown parameter, returns 400', async () => {
    const path = `/places/${place ?? newPlace()}/forecast`;
    for (const hours of ['0', '49', 'many', '1.5'])
      expect(await call('GET', `${path}?hours=${hours}`)).status(400, `for hours=${hours}`);
    expect(await call('GET', `${path}?houres=3`)).status(400, 'for an unknown parameter');
  });
});

describe('Stage 4: Say it to others', () => {
  const verdict = async (options) => {
    behave(good(options));
    return await call('GET', `/places/${newPlace()}/verdict`);
  };

  it('gusts of 15 m/s cancel the evening', async () => {
    expect(await verdict({ gust: 15, every2nd: null })).status(200, 'for a known gust of 15, although others are not known').field('verdict', 'cancel');
  });

  it('a calm, dry evening is a go', async () => {
    expect(await verdict({ gust: 9.9, rain: 50 })).status(200, 'for a known forecast').field('verdict', 'go');
  });

  it('gusts of 11 m/s, or a chance of rain of 51, mean watch', async () => {
    expect(await verdict({ gust: 0, rain: 51 })).status(200, 'for a known forecast').field('verdict', 'watch');
    expect(await verdict({ gust: 11, rain: 50 })).status(200, 'for a known forecast').field('verdict', 'watch');
  });

  it('without known gusts there is no verdict', async () => {
    expect(await verdict({ gust: 5, every2nd: null, rain: 0 })).status(503, 'when two gusts of the evening are not known');
  });

  it('a good answer may be cached for a minute and has an ETag', async () => {
    behave(good({}));
    const [first] = (await call('GET', '/places')).json?.items ?? [];
    const path = `/places/${first?.id}/forecast`;
    const response = await call('GET', path);
    expect(response)
      .status(200, 'from the cache')
      .header('Cache-Control', /public.*max-age=60\b|max-age=60\b.*public/, 'to have public and max-age=60')
      .header('ETag', /"/, 'to be there');
    const again = await call('GET', path, { headers: { 'if-none-match': response.headers.get('etag') } });
    expect(again).status(304, 'for the ETag of the present answer');
  });

  it('a 503 is not cached', async () => {
    behave(silent);
    const places = (await call('GET', '/places')).json?.items ?? [];
    const response = await call('GET', `/places/${places[1]?.id}/forecast`);
    isUnavailable(response, 'for the place that had no forecast before');
    expect(response).header('Cache-Control', /no-store/, 'to have no-store');
  });
});

describe('Stage 5: Hold back', () => {
  it('after a failure there is no call for that place for 15 seconds', async () => {
    behave(good({}));
    const places = (await call('GET', '/places')).json?.items ?? [];
    const response = await call('GET', `/places/${places[2]?.id}/forecast`);
    isUnavailable(response, 'for the place whose call failed a moment ago');
    calls(response, 0, 'within 15 seconds of a failed one');
  });

  it('after a 429 there is no call for any place', async () => {
    behave(status(429, { 'retry-after': '120' }));
    const first = await call('GET', `/places/${newPlace()}/forecast`);
    isUnavailable(first, 'when the provider answers 429');
    calls(first, 1, 'for the first place: a 429 is not tried again');
    behave(good({}));
    const places = (await call('GET', '/places')).json?.items ?? [];
    const second = await call('GET', `/places/${places.at(-1)?.id}/forecast`);
    isUnavailable(second, 'for another place, until Retry-After has passed');
    calls(second, 0, 'until the Retry-After of the 429 has passed');
  });
});
