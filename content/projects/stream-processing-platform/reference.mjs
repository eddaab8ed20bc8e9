// A solution of the Stream Processing Platform without packages. Topic and results are in memory and there is one worker, where the
// project asks for a broker, a database and several workers.
import { randomUUID } from 'node:crypto';
import { Problem, readBody, serve } from '../serve.mjs';

const minute = 60_000;
const limit = 10;
const text = (moment) => new Date(moment).toISOString().replace('.000Z', 'Z');
const newPartition = (_, id) => ({ id, log: [], next: 0, published: 0, watermark: Number.NEGATIVE_INFINITY, newest: Number.NEGATIVE_INFINITY, counts: { counted: 0, repeated: 0, tooLate: 0, unreadable: 0 }, windows: new Map(), events: [] });
const partitions = Array.from({ length: 8 }, newPartition);
const alarms = new Map();
const replays = new Map();
const viewers = new Set();

function need(bearer, ...allowed) {
  if (!allowed.includes(bearer)) throw new Problem(401, 'token', 'The token is missing or wrong');
}
const isTurbine = (turbine) => Number.isInteger(turbine) && turbine > 0;
const partitionOf = (turbine) => partitions[turbine % partitions.length];

/** The first field of a reading that is wrong. */
function wrongField(reading) {
  const { v, turbine, at, kw, mmps } = Object(reading);
  if (v !== 2) return 'v';
  if (!isTurbine(turbine)) return 'turbine';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) || !(Date.parse(at) <= Date.now() + minute)) return 'at';
  if (!Number.isInteger(kw)) return 'kw';
  return Number.isFinite(mmps) && mmps >= 0 ? undefined : 'mmps';
}
async function takeReadings({ request, headers, bearer }) {
  need(bearer, 'test-station');
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) throw new Problem(415, 'media-type', 'The body must be application/json');
  let readings;
  try {
    readings = JSON.parse(await readBody(request));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'malformed-json', 'The body is not valid JSON');
  }
  if (!Array.isArray(readings) || readings.length < 1 || readings.length > 1000) throw new Problem(422, 'validation', 'There must be 1 to 1,000 readings');
  const errors = readings.map((reading, index) => ({ index, field: wrongField(reading) })).filter(({ field }) => field);
  if (errors.length > 0) throw new Problem(422, 'validation', 'A reading is not valid', { errors });
  for (const reading of readings) partitionOf(reading.turbine).log.push(reading);
  return { status: 202 };
}

/** Counts a reading in its window, unless its second is there already. */
function fold(windows, { turbine, at, kw, mmps }) {
  const moment = Date.parse(at);
  const start = moment - (moment % minute);
  const key = `${turbine} ${start}`;
  const window = windows.get(key) ?? { turbine, start, seen: new Set(), kwSum: 0, mmps: 0, revision: 0 };
  if (window.seen.has(moment)) return false;
  windows.set(key, window);
  window.seen.add(moment);
  window.kwSum += kw;
  window.mmps = Math.max(window.mmps, mmps);
  window.isDirty = true;
  return true;
}

/** What a worker does with the records of a partition that it has not read. */
function work(partition) {
  const { log, counts, windows } = partition;
  const records = log.slice(partition.next);
  if (records.length === 0) return;
  for (const record of records) {
    const moment = Date.parse(record.at);
    if (moment < partition.watermark - 1440 * minute) counts.tooLate += 1;
    else if (fold(windows, record)) counts.counted += 1;
    else counts.repeated += 1;
    partition.newest = Math.max(partition.newest, moment);
    partition.watermark = Math.max(partition.watermark, partition.newest - 30_000);
  }
  partition.next = log.length;
  publish(partition);
}
function publish(partition) {
  const ready = [...partition.windows.values()].filter(({ isDirty, start }) => isDirty && start + minute <= partition.watermark).sort((a, b) => a.start - b.start);
  for (const window of ready) {
    window.isDirty = false;
    window.revision += 1;
    window.shown = { turbine: window.turbine, minute: text(window.start), n: window.seen.size, kw: Math.round(window.kwSum / window.seen.size), mmps: window.mmps, revision: window.revision };
    partition.published += 1;
    window.published = partition.published;
    for (const viewer of viewers) if (viewer.turbine === window.turbine) viewer.send(window);
  }
  for (const turbine of new Set(ready.map((window) => window.turbine))) judge(turbine);
}
setInterval(() => partitions.forEach(work), 20);

const windowsOf = (turbine) => [...partitionOf(turbine).windows.values()].filter((window) => window.turbine === turbine && window.shown).sort((a, b) => a.start - b.start);

/** Alarms follow from the published windows alone, so a correction may raise one late. A row that only became longer keeps its alarm. */
function judge(turbine) {
  const rows = [];
  let [above, below, open] = [[], 0, undefined];
  for (const { start, mmps } of windowsOf(turbine)) {
    const isAbove = mmps > limit;
    above = isAbove ? [...above, start] : [];
    below = isAbove ? 0 : below + 1;
    if (!open && above.length === 3) {
      open = { minutes: above, from: above[0], to: Number.POSITIVE_INFINITY };
      rows.push(open);
    } else if (open && below === 5) {
      open.to = start;
      open = undefined;
    }
  }
  const earlier = [...alarms.values()].filter((alarm) => alarm.turbine === turbine);
  for (const alarm of earlier) alarm.state = 'cleared';
  for (const { minutes, from, to } of rows) {
    let own = earlier.filter((alarm) => alarm.raisedAt >= from && alarm.raisedAt < to);
    if (own.length === 0) {
      const id = randomUUID();
      own = [{ id, turbine, raisedAt: minutes[2], minutes: minutes.map(text), acknowledgedAt: null }];
      alarms.set(id, own[0]);
    }
    for (const alarm of own) alarm.state = to === Number.POSITIVE_INFINITY ? 'open' : 'cleared';
  }
}

function turbineOf({ params, bearer }) {
  need(bearer, 'test-viewer');
  const turbine = Number(params.id);
  if (!isTurbine(turbine)) throw new Problem(404, 'not-found', 'There is no such turbine');
  return turbine;
}
function live(context) {
  const turbine = turbineOf(context);
  const { response, headers } = context;
  const { id } = partitionOf(turbine);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  const send = ({ published, shown }) => response.write(`id: ${id}-${published}\ndata: ${JSON.stringify(shown)}\n\n`);
  const [, last] = /^\d+-(\d+)$/.exec(headers['last-event-id'] ?? '') ?? [];
  if (last) for (const window of windowsOf(turbine).filter(({ published }) => published > Number(last)).sort((a, b) => a.published - b.published)) send(window);
  const viewer = { turbine, send };
  viewers.add(viewer);
  response.on('close', () => viewers.delete(viewer));
}

function differences({ from, to }) {
  const again = new Map();
  for (const { log } of partitions) for (const record of log) if (Date.parse(record.at) >= from && Date.parse(record.at) < to) fold(again, record);
  return [...again.values()].flatMap(({ turbine, start, seen, kwSum, mmps }) => {
    const valid = partitionOf(turbine).windows.get(`${turbine} ${start}`);
    const isSame = valid?.seen.size === seen.size && valid.kwSum === kwSum && valid.mmps === mmps;
    return isSame || !valid?.shown ? [] : [{ turbine, minute: text(start) }];
  });
}
function replayOf({ params, bearer }) {
  need(bearer, 'test-viewer');
  if (!replays.has(params.name)) throw new Problem(404, 'not-found', 'There is no such replay');
  return replays.get(params.name);
}
function range(from, to, status) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (!(start < end)) throw new Problem(status, 'range', 'from must be before to');
  return { from: start, to: end };
}

serve({
  'POST /readings': takeReadings,
  'GET /turbines/{id}/windows': (context) => {
    const turbine = turbineOf(context);
    const { from, to } = range(context.query.get('from'), context.query.get('to'), 400);
    return { body: { items: windowsOf(turbine).filter(({ start }) => start >= from && start < to).map(({ shown }) => shown) } };
  },
  'GET /turbines/{id}/live': live,
  'GET /alarms': ({ bearer, query }) => {
    need(bearer, 'test-viewer');
    if (query.has('state') && !['open', 'cleared'].includes(query.get('state'))) throw new Problem(400, 'state', 'state must be open or cleared');
    return { body: { items: [...alarms.values()].filter(({ state }) => !query.get('state') || state === query.get('state')) } };
  },
  'POST /alarms/{id}/acknowledgment': ({ bearer, params }) => {
    need(bearer, 'test-viewer');
    const alarm = [...alarms.values()].find(({ id }) => id === params.id);
    if (!alarm) throw new Problem(404, 'not-found', 'There is no such alarm');
    alarm.acknowledgedAt ??= new Date();
    return { body: alarm };
  },
  'GET /partitions': ({ bearer }) => {
    need(bearer, 'test-viewer');
    const items = partitions.map(({ id, next, watermark, counts }) => ({ id, read: next, position: next, watermark: Number.isFinite(watermark) ? text(watermark) : null, ...counts }));
    return { body: { items } };
  },
  'PUT /replays/{name}': async ({ bearer, params, json }) => {
    need(bearer, 'test-viewer');
    const { from, to } = await json();
    const [wanted, earlier] = [range(from, to, 422), replays.get(params.name)];
    if (earlier && (earlier.from !== wanted.from || earlier.to !== wanted.to)) throw new Problem(409, 'name', 'The name stands for another range');
    replays.set(params.name, wanted);
    return { status: !earlier ? 202 : 200, body: { name: params.name } };
  },
  'GET /replays/{name}/differences': (context) => ({ body: { state: 'done', items: differences(replayOf(context)) } }),
  'POST /replays/{name}/activation': (context) => {
    replayOf(context);
    return { body: { name: context.params.name, state: 'valid' } };
  },
});
