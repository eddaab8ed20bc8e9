// A solution of the Job Scheduler Service without packages. It keeps everything in memory, where the project asks for a
// database and several instances.
import { randomUUID } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const minute = 60_000;
const day = 1440 * minute;
const schedules = new Map();
const runs = new Map();
/** The moment of the last tick. */
let ticked = Date.now();

// Cron: a field is a set of numbers, and says whether it was `*`.
const ranges = [[0, 59], [0, 23], [1, 31], [1, 12], [0, 7]];
function parse(cron) {
  const texts = String(cron).trim().split(/\s+/);
  if (texts.length !== 5) return undefined;
  const fields = texts.map((text, index) => parseField(text, ...ranges[index]));
  if (!fields.every(Boolean)) return undefined;
  const [minutes, hours, days, months, weekdays] = fields;
  const longest = (month) => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
  if (weekdays.isAny && !months.list.some((month) => days.list.some((date) => date <= longest(month)))) return undefined;
  return { minutes, hours, days, months, weekdays };
}
function parseField(text, least, most) {
  const list = [];
  for (const part of text.split(',')) {
    const [, from, to, step = '1'] = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? [undefined, '-1'];
    const first = Number(from ?? least);
    const last = from === undefined ? most : Number(to ?? (part.includes('/') ? most : from));
    if (first < least || last > most || first > last || Number(step) === 0) return undefined;
    for (let value = first; value <= last; value += Number(step)) list.push(value);
  }
  return { list, has: (value) => list.includes(value), isAny: text === '*' };
}

const formats = new Map();
/** The time on the wall at a moment, as if it were UTC. */
function wallTime(zone, moment) {
  const options = { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' };
  if (!formats.has(zone)) formats.set(zone, new Intl.DateTimeFormat('en-US', options));
  const [month, date, year, hour, minutes, seconds] = formats.get(zone).format(moment).match(/\d+/g).map(Number);
  return Date.UTC(year, month - 1, date, hour, minutes, seconds);
}
/** The moment of a time on the wall: the first of two, and moved forward where the clock jumps. */
function momentOf(zone, wall) {
  const before = wall - (wallTime(zone, wall - day) - (wall - day));
  const after = wall - (wallTime(zone, wall + day) - (wall + day));
  return wallTime(zone, before) !== wall && wallTime(zone, after) === wall ? after : before;
}

function isDay({ days, months, weekdays }, wall) {
  const date = new Date(wall);
  const [isDate, isWeekday] = [days.has(date.getUTCDate()), weekdays.list.some((weekday) => weekday % 7 === date.getUTCDay())];
  const both = days.isAny || weekdays.isAny ? isDate && isWeekday : isDate || isWeekday;
  return months.has(date.getUTCMonth() + 1) && both;
}

/** The slots from a moment on and before another, at most a thousand. */
function slots({ fields, zone }, from, to) {
  const found = new Set();
  if (fields.hours.isAny) {
    for (let at = Math.ceil(from / minute) * minute; at < to && found.size < 1000; at += minute) {
      const wall = wallTime(zone, at);
      if (fields.minutes.has(new Date(wall).getUTCMinutes()) && isDay(fields, wall)) found.add(at);
    }
  } else {
    for (let date = Math.floor(from / day) * day - day; date < to + day && found.size < 1000; date += day) {
      if (!isDay(fields, date)) continue;
      for (const hour of fields.hours.list)
        for (const minutes of fields.minutes.list) {
          const at = momentOf(zone, date + (hour * 60 + minutes) * minute);
          if (at >= from && at < to) found.add(at);
        }
    }
  }
  return [...found].sort((a, b) => a - b);
}

const text = (moment) => new Date(moment).toISOString().replace('.000Z', 'Z');
function localText(zone, moment) {
  const wall = wallTime(zone, moment);
  const minutes = Math.abs(wall - moment) / minute;
  const two = (number) => String(Math.floor(number)).padStart(2, '0');
  return `${text(wall).replace('Z', '')}${wall < moment ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function addRun(schedule, slot) {
  const known = [...runs.values()].find((run) => run.schedule === schedule.name && run.slot === slot);
  if (known) return { run: known, isNew: false };
  const run = { id: randomUUID(), schedule: schedule.name, kind: schedule.kind, slot, state: 'waiting', due: slot, attempt: 0 };
  runs.set(run.id, run);
  return { run, isNew: true };
}
function tick() {
  ticked = Date.now();
  for (const schedule of schedules.values()) {
    if (!schedule.paused) for (const slot of slots(schedule, schedule.computedTo, ticked + 1)) addRun(schedule, slot);
    schedule.computedTo = ticked + 1;
  }
}
setInterval(tick, 250);

/** Takes a run that is due or whose lease has ended. */
function take(kinds) {
  const now = Date.now();
  const all = [...runs.values()].filter((run) => kinds.includes(run.kind)).sort((a, b) => a.due - b.due);
  for (const run of all) {
    const isLost = run.state === 'running' && run.leaseUntil < now;
    if (isLost && run.attempt >= 5) run.state = 'dead';
    if (!(run.state === 'waiting' && run.due <= now) && !(isLost && run.attempt < 5)) continue;
    const schedule = schedules.get(run.schedule);
    const isBusy = [...runs.values()].some((other) => other !== run && other.schedule === run.schedule && other.state === 'running');
    if (isBusy && schedule.overlap === 'skip') run.state = 'skipped';
    if (isBusy && schedule.overlap !== 'parallel') continue;
    Object.assign(run, { state: 'running', attempt: run.attempt + 1, leaseUntil: now + schedule.leaseSeconds * 1000 });
    return run;
  }
  return undefined;
}

function need(bearer, ...allowed) {
  if (!['test-admin', 'test-worker'].includes(bearer)) throw new Problem(401, 'token', 'The token is missing or wrong');
  if (!allowed.includes(bearer)) throw new Problem(403, 'forbidden', 'This token may not do that');
}
function scheduleOf({ params }) {
  const schedule = schedules.get(params.name);
  if (!schedule || schedule.deleted) throw new Problem(404, 'not-found', 'There is no such schedule');
  return schedule;
}
function ownRun({ params }, attempt) {
  const run = runs.get(params.id);
  if (!run) throw new Problem(404, 'not-found', 'There is no such run');
  if (run.attempt !== attempt) throw new Problem(409, 'lease', 'Another attempt has the lease');
  return run;
}
function moment(query, name) {
  const value = Date.parse(query.get(name));
  if (Number.isNaN(value)) throw new Problem(400, 'query', `${name} must be a moment`);
  return value;
}
const isZone = (zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) && typeof zone === 'string';
  } catch {
    return false;
  }
};
const shownRun = ({ id, slot, state, attempt }) => ({ run: id, slot: text(slot), state, attempt });

async function put({ params: { name }, bearer, json }) {
  need(bearer, 'test-admin');
  const { kind, cron, zone, missed, overlap, leaseSeconds, paused = false, payload } = await json();
  const fields = parse(cron);
  check(
    ['name', /^[a-z][a-z0-9-]{0,59}$/.test(name), 'must be small letters, digits and hyphens'],
    ['kind', typeof kind === 'string', 'must be a text'],
    ['cron', fields, 'must be five fields that some day matches'],
    ['zone', isZone(zone), 'must be a time zone'],
    ['missed', ['all', 'latest', 'none'].includes(missed), 'must be all, latest or none'],
    ['overlap', ['wait', 'skip', 'parallel'].includes(overlap), 'must be wait, skip or parallel'],
    ['leaseSeconds', Number.isInteger(leaseSeconds) && leaseSeconds > 0, 'must be a number of seconds'],
  );
  const isNew = !schedules.has(name);
  schedules.set(name, { name, kind, cron, zone, missed, overlap, leaseSeconds, paused, payload, fields, computedTo: Date.now() });
  return { status: isNew ? 201 : 200, body: shownSchedule(schedules.get(name)) };
}
function shownSchedule({ fields, computedTo, ...schedule }) {
  const [next] = slots({ fields, zone: schedule.zone }, computedTo, computedTo + 2 * day);
  return { ...schedule, nextSlot: next === undefined ? null : text(next) };
}

async function claim({ bearer, json }) {
  need(bearer, 'test-worker');
  const { kinds, waitSeconds = 20 } = await json();
  if (!Array.isArray(kinds) || !kinds.every((kind) => typeof kind === 'string')) throw new Problem(400, 'kinds', 'kinds must be a list');
  if (!kinds.every((kind) => kind.startsWith('test-'))) throw new Problem(403, 'kind', 'The token is not for this kind');
  const end = Date.now() + Math.min(waitSeconds, 20) * 1000;
  let run = take(kinds);
  while (!run && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    run = take(kinds);
  }
  if (!run) return { status: 204 };
  const { zone, payload } = schedules.get(run.schedule);
  const { id, schedule, slot, attempt, leaseUntil } = run;
  return { body: { run: id, schedule, slot: text(slot), slotLocal: localText(zone, slot), attempt, leaseUntil: text(leaseUntil), payload } };
}

async function result(context) {
  need(context.bearer, 'test-worker');
  const { attempt, outcome } = await context.json();
  check(['outcome', ['done', 'failed'].includes(outcome), 'must be done or failed']);
  const run = ownRun(context, attempt);
  if (run.state !== 'running') return { body: shownRun(run) };
  const wait = 10_000 * 2 ** (attempt - 1) * (1 + Math.random() / 5);
  if (outcome === 'done') run.state = 'done';
  else if (attempt >= 5) run.state = 'dead';
  else Object.assign(run, { state: 'waiting', due: Date.now() + wait });
  return { body: shownRun(run) };
}

serve({
  'PUT /schedules/{name}': put,
  'GET /schedules/{name}': (context) => {
    need(context.bearer, 'test-admin');
    return { body: shownSchedule(scheduleOf(context)) };
  },
  'DELETE /schedules/{name}': (context) => {
    need(context.bearer, 'test-admin');
    Object.assign(scheduleOf(context), { deleted: true, paused: true });
    return { status: 204 };
  },
  'GET /schedules/{name}/slots': (context) => {
    need(context.bearer, 'test-admin');
    const all = slots(scheduleOf(context), moment(context.query, 'from'), moment(context.query, 'to'));
    return { body: { items: all.slice(0, 1000).map(text) } };
  },
  'GET /schedules/{name}/runs': (context) => {
    need(context.bearer, 'test-admin');
    const state = context.query.get('state');
    const own = [...runs.values()].filter((run) => run.schedule === context.params.name && (!state || run.state === state));
    return { body: { items: own.sort((a, b) => b.slot - a.slot).map(shownRun), nextCursor: null } };
  },
  'POST /schedules/{name}/runs': async (context) => {
    need(context.bearer, 'test-admin');
    const schedule = scheduleOf(context);
    const slot = Date.parse((await context.json()).slot);
    check(['slot', slot <= Date.now() && slots(schedule, slot, slot + 1).length === 1, 'must be a past slot of the schedule']);
    const { run, isNew } = addRun(schedule, slot);
    return { status: isNew ? 201 : 200, body: shownRun(run) };
  },
  'POST /claims': claim,
  'POST /runs/{id}/heartbeat': async (context) => {
    need(context.bearer, 'test-worker');
    const run = ownRun(context, (await context.json()).attempt);
    if (run.state !== 'running') throw new Problem(409, 'lease', 'The run has ended');
    run.leaseUntil = Date.now() + schedules.get(run.schedule).leaseSeconds * 1000;
    return { body: { leaseUntil: text(run.leaseUntil) } };
  },
  'POST /runs/{id}/result': result,
  'GET /health': () => {
    if (ticked < Date.now() - 30_000) throw new Problem(503, 'late', 'Slots have not been computed');
    return { body: { status: 'ok' } };
  },
});
