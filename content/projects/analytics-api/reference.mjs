// A solution of the Analytics API without packages. It keeps events in memory and computes each report from all of them.
import { randomBytes } from 'node:crypto';
import { check, Problem, serve } from '../serve.mjs';

const shows = new Map();
const keys = new Map();
let lastId = 0;
const notFound = () => new Problem(404, 'not-found', 'There is no such show');
const badQuery = (what) => new Problem(400, 'query', `${what} is not valid`);

function showOf({ params, bearer }, right) {
  const key = keys.get(bearer);
  if (!key) throw new Problem(401, 'key', 'A valid key is needed');
  if (key.show.id !== params.id) throw notFound();
  if (key.right !== right) throw new Problem(403, 'right', `This key may not ${right}`);
  return key.show;
}

const isZone = (zone) => typeof zone === 'string' && isWithout(() => new Intl.DateTimeFormat('en', { timeZone: zone }));
function isWithout(run) {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

async function addShow({ bearer, json }) {
  if (bearer !== 'test-operator') throw new Problem(401, 'key', 'The key of the operator is needed');
  const { name, zone } = await json();
  check(['name', typeof name === 'string' && name !== '', 'must be there'], ['zone', isZone(zone), 'must be a time zone']);
  const show = { id: String(++lastId), name, zone, events: new Map() };
  const [writeKey, readKey] = [randomBytes(18).toString('base64url'), randomBytes(18).toString('base64url')];
  keys.set(writeKey, { show, right: 'write' });
  keys.set(readKey, { show, right: 'read' });
  shows.set(show.id, show);
  return { status: 201, body: { id: show.id, name, zone, writeKey, readKey } };
}

function mistakesOf(event, now) {
  const { id, episode, listener, startedAt, seconds } = event ?? {};
  const at = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(startedAt) ? Date.parse(startedAt) : Number.NaN;
  const isText = (value) => typeof value === 'string' && value !== '' && value.length <= 64;
  return [
    ['id', isText(id), 'must have 1 to 64 characters'],
    ['episode', Number.isInteger(episode) && episode >= 0, 'must be a whole number'],
    ['listener', isText(listener), 'must have 1 to 64 characters'],
    ['seconds', Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400, 'must be an integer from 1 to 86400'],
    ['startedAt', typeof startedAt === 'string' && at > now - 30 * 86_400_000 && at < now + 300_000, 'must be in the last 30 days'],
  ].filter(([, isRight]) => !isRight);
}

async function addEvents(context) {
  const show = showOf(context, 'write');
  const events = await context.json();
  if (!Array.isArray(events) || events.length === 0) throw new Problem(422, 'validation', 'A batch has 1 to 500 events');
  if (events.length > 500) throw new Problem(413, 'too-large', 'A batch has at most 500 events');
  const errors = events.flatMap((event, index) => mistakesOf(event, Date.now()).map(([field, , message]) => ({ index, field, message })));
  if (errors.length > 0) throw new Problem(422, 'validation', 'Events are not valid', { errors });
  const before = show.events.size;
  for (const event of events) if (!show.events.has(event.id)) show.events.set(event.id, { ...event, at: Date.parse(event.startedAt) });
  const accepted = show.events.size - before;
  return { status: 202, body: { accepted, repeated: events.length - accepted } };
}

// Days of the show.
const hour = 3_600_000;
/** The moment at which a date begins in a zone: the first quarter of an hour that has this date there, or the next, where a zone left one out. */
function startOf(date, zone) {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  for (let moment = Date.parse(`${date}T00:00:00Z`) - 15 * hour; ; moment += hour / 4) if (local.format(moment) >= date) return moment;
}
const next = {
  day: (date) => date.setUTCDate(date.getUTCDate() + 1),
  week: (date) => date.setUTCDate(date.getUTCDate() + 7),
  month: (date) => date.setUTCMonth(date.getUTCMonth() + 1),
};
const isFirst = { hour: () => true, day: () => true, week: (date) => date.getUTCDay() === 1, month: (date) => date.getUTCDate() === 1 };

function rangeOf({ query }) {
  const [from, to] = ['from', 'to'].map((name) => {
    const text = query.get(name) ?? '';
    const date = new Date(`${text}T00:00:00Z`);
    if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw badQuery(name);
    return { text, date };
  });
  if (from.text >= to.text) throw badQuery('to');
  return { from, to };
}

/** The buckets of a range, each with its two moments. */
function bucketsOf(range, interval, zone) {
  const { from, to } = range;
  if (!Object.hasOwn(isFirst, interval)) throw badQuery('interval');
  if (!isFirst[interval](from.date) || !isFirst[interval](to.date)) throw badQuery('from or to');
  if ((to.date - from.date) / (interval === 'hour' ? hour : 24 * hour) > 400 && ['hour', 'day'].includes(interval)) throw badQuery('the length');
  const [first, last] = [startOf(from.text, zone), startOf(to.text, zone)];
  if (interval === 'hour')
    return Array.from({ length: Math.round((last - first) / hour) }, (_, index) => ({
      start: new Date(first + index * hour).toISOString(),
      begin: first + index * hour,
      end: first + (index + 1) * hour,
    }));
  const dates = [];
  for (const date = new Date(from.date); date < to.date; next[interval](date)) dates.push(date.toISOString().slice(0, 10));
  if (dates.length > 400) throw badQuery('the length');
  const moments = [...dates.map((date) => startOf(date, zone)), last];
  return dates.map((start, index) => ({ start, begin: moments[index], end: moments[index + 1] }));
}

function count(events) {
  const plays = events.filter(({ seconds }) => seconds >= 60);
  return {
    plays: plays.length,
    listeners: new Set(plays.map(({ listener }) => listener)).size,
    seconds: events.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
const within = (events, begin, end) => events.filter(({ at }) => at >= begin && at < end);

function plays(context) {
  const show = showOf(context, 'read');
  const interval = context.query.get('interval') ?? 'day';
  const buckets = bucketsOf(rangeOf(context), interval, show.zone);
  const episode = context.query.get('episode');
  const events = [...show.events.values()].filter((event) => episode === null || event.episode === Number(episode));
  return {
    body: {
      interval,
      zone: show.zone,
      asOf: new Date().toISOString(),
      buckets: buckets.map(({ start, begin, end }) => ({ start, ...count(within(events, begin, end)) })),
      total: count(within(events, buckets[0].begin, buckets.at(-1).end)),
    },
  };
}

/** A value of a CSV, in quotes where that is needed. */
const csv = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function eventsOfRange(context) {
  const show = showOf(context, 'read');
  const { from, to } = rangeOf(context);
  return within([...show.events.values()], startOf(from.text, show.zone), startOf(to.text, show.zone));
}

function episodes(context) {
  const events = eventsOfRange(context);
  const all = count(events).plays;
  const rows = [...Map.groupBy(events, ({ episode }) => episode)].map(([episode, own]) => ({ episode, ...count(own) }));
  rows.sort((a, b) => b.plays - a.plays || a.episode - b.episode);
  return { body: { asOf: new Date().toISOString(), episodes: rows.map((row, index) => ({ ...row, rank: index + 1, share: all === 0 ? 0 : row.plays / all })) } };
}

serve({
  'POST /shows': addShow,
  'POST /shows/{id}/events': addEvents,
  'GET /shows/{id}/reports/plays': plays,
  'GET /shows/{id}/reports/episodes': episodes,
  'GET /shows/{id}/sessions.csv': (context) => {
    const lines = eventsOfRange(context).map(({ id, episode, listener, startedAt, seconds }) => [id, episode, listener, startedAt, seconds].map(csv).join(','));
    return { headers: { 'content-type': 'text/csv; charset=utf-8' }, body: `${['id,episode,listener,startedAt,seconds', ...lines].join('\r\n')}\r\n` };
  },
  'GET /health': () => ({ body: { status: 'ok' } }),
});
