// A solution of the Weather API Wrapper without packages. It does not keep the count of calls across a restart.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const provider = process.env.WEATHER_URL ?? `http://localhost:${process.env.PEER_PORT ?? 4000}`;
const timeZone = 'Europe/Berlin';
const ids = ['old-brewery', 'harbor', 'castle', 'station', 'museum', 'mill', 'garden', 'school', 'tower', 'market', 'port', 'park', 'lake', 'bridge'];
const places = new Map(ids.map((id, index) => [id, { id, latitude: 52 + index / 100, longitude: 13, timeZone }]));
const minutes = 60_000;
const limits = { fresh: 10 * minutes, usable: 180 * minutes, pause: 15_000, callsPerDay: 1000, attempt: 900 };

class Problem extends Error {
  constructor(status, type, title, headers = {}) {
    super(title);
    Object.assign(this, { status, headers, body: { type: `/problems/${type}`, title, status } });
  }
}
const unavailable = () =>
  new Problem(503, 'forecast-unavailable', 'No forecast is available at the moment', { 'retry-after': '15', 'cache-control': 'no-store' });

// The provider: one attempt, a second one after a failure that may pass, and the translation.
class Failure extends Error {
  constructor(message, { mayPass = false } = {}) {
    super(message);
    this.mayPass = mayPass;
  }
}
const day = { date: '', calls: 0 };
let barredUntil = 0;

async function attempt(place) {
  const today = new Date().toISOString().slice(0, 10);
  if (day.date !== today) Object.assign(day, { date: today, calls: 0 });
  if (Date.now() < barredUntil || day.calls >= limits.callsPerDay) throw new Failure('calls are barred');
  day.calls += 1;
  const query = `latitude=${place.latitude}&longitude=${place.longitude}&hourly=temperature_2m,precipitation_probability,wind_gusts_10m`;
  const url = `${provider}/v1/forecast?${query}&wind_speed_unit=ms&timeformat=unixtime`;
  // The signal stays on until the body is read.
  const signal = AbortSignal.timeout(limits.attempt);
  let response;
  let text;
  try {
    response = await fetch(url, { signal });
    text = await response.text();
  } catch (error) {
    throw new Failure(String(error), { mayPass: true });
  }
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? 60);
    barredUntil = Date.now() + (Number.isFinite(seconds) ? seconds : 60) * 1000;
  }
  if (response.status !== 200) throw new Failure(`status ${response.status}`, { mayPass: [500, 502, 503, 504].includes(response.status) });
  return translate(text);
}

const names = { temperature_2m: 'temperatureC', precipitation_probability: 'rainPercent', wind_gusts_10m: 'gustMetersPerSecond' };
const isNumberOrNull = (value) => value === null || Number.isFinite(value);

function translate(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Failure('contract: no JSON');
  }
  const times = body?.hourly?.time;
  if (!Array.isArray(times) || !times.every(Number.isInteger)) throw new Failure('contract: time');
  const hours = times.map((seconds) => ({ at: new Date(seconds * 1000).toISOString() }));
  for (const [theirs, ours] of Object.entries(names)) {
    const list = body.hourly[theirs];
    if (!Array.isArray(list) || list.length !== times.length || !list.every(isNumberOrNull)) throw new Failure(`contract: ${theirs}`);
    for (const [index, value] of list.entries()) hours[index][ours] = value;
  }
  return hours;
}

async function fetchHours(place) {
  try {
    return await attempt(place);
  } catch (error) {
    if (!error.mayPass) throw error;
    await pause(100 + Math.random() * 200);
    return await attempt(place);
  }
}

// The cache: the fetch under way is shared by all who wait for it.
const cache = new Map([...places.keys()].map((id) => [id, { fetchedAt: 0, notBefore: 0 }]));

async function refresh(place, entry) {
  try {
    const hours = await fetchHours(place);
    Object.assign(entry, { hours, fetchedAt: Date.now() });
  } catch (error) {
    entry.notBefore = Date.now() + limits.pause;
    console.error(`${place.id}: ${error.message}`);
  } finally {
    entry.running = undefined;
  }
}

/** The forecast of a place and whether it is stale, or a 503. */
async function forecastOf(place) {
  const entry = cache.get(place.id);
  if (Date.now() - entry.fetchedAt >= limits.fresh && Date.now() >= entry.notBefore) entry.running ??= refresh(place, entry);
  await entry.running;
  const age = Date.now() - entry.fetchedAt;
  if (age > limits.usable) throw unavailable();
  return { hours: entry.hours, fetchedAt: entry.fetchedAt, stale: age >= limits.fresh };
}

async function forecast(place, query) {
  const count = query.get('hours') ?? '12';
  if ([...query.keys()].some((name) => name !== 'hours') || !/^\d{1,2}$/.test(count) || Number(count) < 1 || Number(count) > 48)
    throw new Problem(400, 'query', 'A query parameter is not valid');
  const { hours, fetchedAt, stale } = await forecastOf(place);
  const present = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const shown = hours.filter(({ at }) => Date.parse(at) >= present).slice(0, Number(count));
  return { place: place.id, fetchedAt: new Date(fetchedAt).toISOString(), stale, hours: shown };
}

async function verdict(place) {
  const { hours } = await forecastOf(place);
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: place.timeZone, dateStyle: 'short', timeStyle: 'short' });
  const today = local.format(new Date()).slice(0, 10);
  const evening = ['20', '21', '22', '23'].map((hour) => hours.find(({ at }) => local.format(new Date(at)) === `${today} ${hour}:00`));
  const gusts = evening.map((hour) => hour?.gustMetersPerSecond ?? null);
  const rains = evening.map((hour) => hour?.rainPercent ?? null);
  if (gusts.some((gust) => gust !== null && gust >= 14)) return { place: place.id, verdict: 'cancel' };
  if ([...gusts, ...rains].includes(null)) throw unavailable();
  const isWatch = gusts.some((gust) => gust >= 10) || rains.some((rain) => rain > 50);
  return { place: place.id, verdict: isWatch ? 'watch' : 'go' };
}

async function respond(request) {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/health') return { body: { status: 'ok' } };
  if (pathname === '/places') return { body: { items: [...places.values()] } };
  const [, id, part] = /^\/places\/([^/]+)\/(forecast|verdict)$/.exec(pathname) ?? [];
  const place = places.get(id);
  if (!place) throw new Problem(404, 'not-found', 'There is no such place');
  const body = part === 'forecast' ? await forecast(place, searchParams) : await verdict(place);
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'public, max-age=60' };
  return request.headers['if-none-match'] === etag ? { status: 304, headers } : { body, headers };
}

const server = createServer(async (request, response) => {
  const { status = 200, body, headers } = await respond(request).catch((error) => {
    if (error instanceof Problem) return error;
    console.error(error);
    return new Problem(500, 'unexpected', 'Something went wrong');
  });
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { ...(body && { 'content-type': type }), ...headers }).end(body && JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log(`http://localhost:${server.address().port}`));
