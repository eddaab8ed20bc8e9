// Analytics API, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test analytics-api.test.mjs
//
// Needs Node.js 22 or later and no package. Every run creates shows of its own.
// Not tested: kill -9, response times and memory, an event that comes 29 days later, rate limits, retention, and the stream that
// stops when the client leaves.
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const operator = { authorization: 'Bearer test-operator' };
const newShow = async (zone = 'Europe/Lisbon') => {
  const response = await call('POST', '/shows', { headers: operator, body: { name: 'Night Train', zone } });
  expect(response).status(201, 'for a new show').that(response.json?.id && response.json.writeKey && response.json.readKey, '"id", "writeKey" and "readKey" in the show');
  return response.json;
};
const bearer = (key) => ({ authorization: `Bearer ${key}` });
const day = 86_400_000;
/** Noon in Lisbon, a number of days ago: far from any midnight. */
const noon = (daysAgo) => `${new Date(Date.now() - daysAgo * day).toISOString().slice(0, 10)}T12:00:00Z`;
const dateOf = (daysAgo) => new Date(Date.now() - daysAgo * day).toISOString().slice(0, 10);
const event = (more = {}) => ({ id: randomUUID(), episode: 41, listener: 'd-1', startedAt: noon(2), seconds: 600, ...more });
const send = (show, events, key = show.writeKey) => call('POST', `/shows/${show.id}/events`, { headers: bearer(key), body: events });
const accepts = async (show, events, accepted = events.length, repeated = 0) =>
  expect(await send(show, events)).status(202, 'for valid events').field('accepted', accepted).field('repeated', repeated);
const ask = (show, query, { key = show.readKey, report = 'plays' } = {}) =>
  call('GET', `/shows/${show.id}/reports/${report}?${new URLSearchParams(query)}`, { headers: bearer(key) });

/** The report of some days, asked for until it has so many plays: an event may take 60 seconds to get into it. */
async function reportOf(show, { from = dateOf(5), to = dateOf(0), interval = 'day', seconds, ...more } = {}) {
  const read = () => ask(show, { from, to, interval, ...more });
  let response = await read();
  for (const end = Date.now() + 60_000; response.json?.total && response.json.total.seconds !== seconds && Date.now() < end; response = await read())
    await new Promise((resolve) => setTimeout(resolve, 500));
  expect(response).status(200, 'for a report').field('total.seconds', seconds, 'at most 60 seconds after the 202');
  return response;
}

describe('Stage 1: Take events', () => {
  it('POST /shows creates a show with two keys', async () => {
    await newShow();
    expect(await call('POST', '/shows', { headers: operator, body: { name: 'x', zone: 'Moon/Base' } })).status(422, 'for a time zone that does not exist');
    expect(await call('POST', '/shows', { body: { name: 'x', zone: 'Europe/Lisbon' } })).status(401, 'without the key of the operator');
  });

  it('a batch is accepted', async () => {
    await accepts(await newShow(), [event(), event()]);
  });

  it('an event that was sent twice counts once', async () => {
    const show = await newShow();
    const one = event();
    await accepts(show, [one]);
    await accepts(show, [one], 0, 1);
  });

  it('twice in one batch counts once too', async () => {
    const one = event();
    await accepts(await newShow(), [one, one, event()], 2, 1);
  });

  it('at the same moment too', async () => {
    const show = await newShow();
    const events = Array.from({ length: 50 }, () => event());
    const all = await Promise.all(Array.from({ length: 10 }, (_, index) => send(show, index % 2 ? events : events.toReversed())));
    for (const response of all) expect(response).status(202, 'for each of 10 batches with the same events at the same moment, in two orders');
    const sum = all.reduce((total, { json }) => total + json?.accepted, 0);
    expect(all[0]).that(sum === 50, `50 accepted events in 10 batches with the same 50 at the same moment (they add up to ${sum})`);
  });

  it('the same id in another show is another event', async () => {
    const one = event();
    await accepts(await newShow(), [one]);
    await accepts(await newShow(), [one]);
  });

  it('a batch has 1 to 500 events', async () => {
    const show = await newShow();
    const many = (length) => send(show, Array.from({ length }, () => event()));
    expect(await many(500)).status(202, 'for 500 events').field('accepted', 500);
    const tooMany = Array.from({ length: 501 }, () => event());
    expect(await send(show, tooMany)).status(413, 'for 501 events');
    expect(await send(show, tooMany.slice(1))).status(202, 'for 500 events').field('accepted', 500, 'because none of the 501 was stored');
    const none = await many(0);
    expect(none).that([400, 422].includes(none.status), '422 or 400 for no events');
  });

  it('a batch with mistakes names each of them, and nothing is stored', async () => {
    const show = await newShow();
    const good = event();
    const response = await send(show, [good, event({ seconds: 0 }), event({ seconds: 86_401, listener: '' })]);
    const named = (response.json?.errors ?? []).map(({ index, field }) => `${index} ${field}`);
    expect(response).status(422, 'for a batch with three mistakes');
    for (const mistake of ['1 seconds', '2 seconds', '2 listener']) expect(response).that(named.includes(mistake), `an entry for event and field "${mistake}" in "errors"`);
    await accepts(show, [good]);
    expect(await send(show, [null])).status(422, 'for an event of null');
    for (const more of [{ seconds: 1.5 }, { seconds: '600' }, { startedAt: 'yesterday' }, { id: '' }, { episode: 'first' }, { startedAt: noon(2).slice(0, -1) }])
      expect(await send(show, [event(more)])).status(422, `for an event with ${JSON.stringify(more)}`);
  });

  it('a time too far in the past or ahead returns 422', async () => {
    const show = await newShow();
    const at = (milliseconds) => send(show, [event({ startedAt: new Date(Date.now() + milliseconds).toISOString() })]);
    expect(await at(-31 * day)).status(422, 'for an event of 31 days ago');
    expect(await at(10 * 60_000)).status(422, 'for an event in ten minutes');
    expect(await at(-29 * day)).status(202, 'for an event of 29 days ago');
    expect(await at(2 * 60_000)).status(202, 'for an event in two minutes, because clocks differ');
  });

  it('only the write key of a show writes', async () => {
    const [show, other] = [await newShow(), await newShow()];
    expect(await send(show, [event()], show.readKey)).status(403, 'for writing with the read key');
    expect(await send(show, [event()], other.writeKey)).status(404, 'for the key of another show');
    expect(await send(show, [event()], 'no-such-key')).status(401, 'for an unknown key');
  });
});

describe('Stage 2: Reports', () => {
  it('plays, listeners and seconds of a day', async () => {
    const show = await newShow();
    await accepts(show, [event({ seconds: 600 }), event({ seconds: 300 }), event({ listener: 'd-2', seconds: 60 })]);
    const response = await reportOf(show, { seconds: 960 });
    expect(response).field('buckets.3', { start: dateOf(2), plays: 3, listeners: 2, seconds: 960 }, 'for three sessions of two people');
  });

  it('a session under 60 seconds adds its seconds only', async () => {
    const show = await newShow();
    await accepts(show, [event({ seconds: 59 }), event({ listener: 'd-2', seconds: 60 })]);
    expect(await reportOf(show, { seconds: 119 })).field('total', { plays: 1, listeners: 1, seconds: 119 }, 'because 59 seconds are no play');
  });

  it('a day without events is a row of zeros', async () => {
    const show = await newShow();
    await accepts(show, [event()]);
    expect(await reportOf(show, { seconds: 600 }))
      .that((await reportOf(show, { seconds: 600 })).json.buckets?.length === 5, 'five buckets for five days')
      .field('buckets.0', { start: dateOf(5), plays: 0, listeners: 0, seconds: 0 });
  });

  it('someone who listened on three days is one listener', async () => {
    const show = await newShow();
    await accepts(show, [1, 2, 3].map((daysAgo) => event({ startedAt: noon(daysAgo) })));
    expect(await reportOf(show, { seconds: 1800 })).field('total', { plays: 3, listeners: 1, seconds: 1800 }, 'over the whole range');
  });

  it('episode selects', async () => {
    const show = await newShow();
    await accepts(show, [event({ seconds: 100 }), event({ episode: 42, seconds: 200 })]);
    expect(await reportOf(show, { seconds: 200, episode: '42' })).field('total', { plays: 1, listeners: 1, seconds: 200 }).field('buckets.3.seconds', 200);
  });

  it('a report says its interval, zone and how fresh it is', async () => {
    const show = await newShow();
    await accepts(show, [event()]);
    const response = await reportOf(show, { seconds: 600 });
    const age = Date.now() - Date.parse(response.json.asOf);
    expect(response).field('interval', 'day').field('zone', 'Europe/Lisbon').that(age > -5000 && age < 120_000, 'the present time, more or less, in "asOf"');
  });

  it('the report of episodes has the same numbers, with rank and share', async () => {
    const show = await newShow();
    await accepts(show, [event({ episode: 42 }), event(), event({ listener: 'd-2' }), event({ listener: 'd-3' })]);
    await reportOf(show, { seconds: 2400 });
    const response = await ask(show, { from: dateOf(5), to: dateOf(0) }, { report: 'episodes' });
    expect(response)
      .status(200, 'for the report of episodes')
      .field('episodes.0', { episode: 41, plays: 3, listeners: 3, seconds: 1800, rank: 1, share: 0.75 }, 'for three of four plays')
      .field('episodes.1.rank', 2)
      .that(Date.parse(response.json.asOf) > 0, 'a time in "asOf"');
  });

  it('only the read key of a show reads', async () => {
    const [show, other] = [await newShow(), await newShow()];
    const query = { from: dateOf(5), to: dateOf(0), interval: 'day' };
    for (const report of ['plays', 'episodes']) {
      expect(await ask(show, query, { report })).status(200, 'for the read key');
      expect(await ask(show, query, { report, key: show.writeKey })).status(403, 'for reading with the write key');
      expect(await ask(show, query, { report, key: other.readKey })).status(404, 'for the key of another show');
      expect(await ask(show, query, { report, key: 'no-such-key' })).status(401, 'for an unknown key');
    }
  });
});

describe('Stage 3: Days of the show', () => {
  it('a day begins at midnight in the zone of the show', async () => {
    // Tokyo is nine hours ahead all year: 16:00 UTC is one o'clock on the next day.
    const show = await newShow('Asia/Tokyo');
    await accepts(show, [event({ startedAt: `${dateOf(3)}T16:00:00Z` })]);
    const response = await reportOf(show, { seconds: 600 });
    const full = response.json.buckets?.filter(({ plays }) => plays > 0).map(({ start }) => start).join();
    expect(response).that(full === dateOf(2), `the session of ${dateOf(3)}, 16:00 UTC, on ${dateOf(2)} in Tokyo (it is on ${full})`);
  });

  it('the first moment of a day belongs to it, and not to the day before', async () => {
    // 15:00 UTC is midnight in Tokyo.
    const show = await newShow('Asia/Tokyo');
    await accepts(show, [event({ startedAt: `${dateOf(3)}T15:00:00Z`, seconds: 100 }), event({ startedAt: `${dateOf(3)}T14:59:59Z`, seconds: 200 })]);
    await reportOf(show, { from: dateOf(3), to: dateOf(2), seconds: 200 });
    await reportOf(show, { from: dateOf(2), to: dateOf(1), seconds: 100 });
  });

  it('the day on which clocks go forward has 23 hours', async () => {
    const response = await ask(await newShow(), { from: '2026-03-29', to: '2026-03-30', interval: 'hour' });
    expect(response).status(200, 'for a day').that(response.json?.buckets?.length === 23, '23 buckets for March 29, 2026 in Lisbon');
  });

  it('the day on which clocks go back has 25 hours', async () => {
    const response = await ask(await newShow(), { from: '2026-10-25', to: '2026-10-26', interval: 'hour' });
    expect(response).status(200, 'for a day').that(response.json?.buckets?.length === 25, '25 buckets for October 25, 2026 in Lisbon');
  });

  it('an hour has its own sessions', async () => {
    const show = await newShow();
    await accepts(show, [event({ startedAt: `${dateOf(2)}T14:59:59+02:00` })]);
    const response = await reportOf(show, { from: dateOf(2), to: dateOf(1), interval: 'hour', seconds: 600 });
    const full = response.json.buckets?.filter(({ plays }) => plays > 0).map(({ start }) => start) ?? [];
    const isRight = full.length === 1 && Date.parse(full[0]) === Date.parse(noon(2));
    expect(response).that(isRight, `the session of 14:59:59+02:00 in the hour with "start": "${noon(2)}" only (it is in ${full.join(' and ') || 'none'})`);
  });

  it('a listener of a week, or of a month, counts once in it', async () => {
    const show = await newShow();
    // The Monday of last week, and two days of the same month.
    const monday = 7 + ((new Date().getUTCDay() + 6) % 7);
    await accepts(show, [1, 2, 3].map((days) => event({ startedAt: noon(monday - days) })));
    const week = await reportOf(show, { from: dateOf(monday), to: dateOf(monday - 7), interval: 'week', seconds: 1800 });
    expect(week).field('buckets', [{ start: dateOf(monday), plays: 3, listeners: 1, seconds: 1800 }], 'for a person who listened on three days of the week');
    const other = await newShow();
    const last = [2, 3].find((daysAgo) => dateOf(daysAgo).slice(0, 7) === dateOf(daysAgo + 1).slice(0, 7));
    await accepts(other, [last, last + 1].map((daysAgo) => event({ startedAt: noon(daysAgo) })));
    const from = `${dateOf(last).slice(0, 7)}-01`;
    const to = `${new Date(Date.parse(from) + 31 * day).toISOString().slice(0, 7)}-01`;
    const month = await reportOf(other, { from, to, interval: 'month', seconds: 1200 });
    expect(month).field('buckets', [{ start: from, plays: 2, listeners: 1, seconds: 1200 }], 'for a person who listened on two days of the month');
  });

  it('a month is a bucket', async () => {
    const response = await ask(await newShow(), { from: '2026-01-01', to: '2026-04-01', interval: 'month' });
    expect(response)
      .status(200, 'for three months')
      .that(response.json?.buckets?.length === 3, 'three buckets')
      .field('buckets.1.start', '2026-02-01');
  });

  it('a week is a bucket, from Monday on', async () => {
    const response = await ask(await newShow(), { from: '2026-03-02', to: '2026-03-23', interval: 'week' });
    expect(response).status(200, 'for three weeks').that(response.json?.buckets?.length === 3, 'three buckets').field('buckets.1.start', '2026-03-09');
  });

  it('a range of half a bucket returns 400', async () => {
    expect(await ask(await newShow(), { from: '2026-03-03', to: '2026-03-24', interval: 'week' })).status(400, 'for weeks from Tuesday on');
    expect(await ask(await newShow(), { from: '2026-11-10', to: '2026-12-01', interval: 'month' })).status(400, 'for a month from its tenth day on');
    expect(await ask(await newShow(), { from: '2026-11-01', to: '2026-11-10', interval: 'month' })).status(400, 'for a month up to its tenth day');
  });

  it('a range that is empty, backward, too long or no range returns 400', async () => {
    const show = await newShow();
    const bad = (from, to, interval) => ask(show, { from, to, interval });
    expect(await bad('2026-11-10', '2026-11-10', 'day')).status(400, 'for an empty range');
    expect(await bad('2026-11-11', '2026-11-10', 'day')).status(400, 'for a range that ends before it begins');
    expect(await bad('2025-01-01', '2026-02-06', 'day')).status(400, 'for 401 buckets');
    expect(await bad('2025-01-01', '2026-02-05', 'day')).status(200, 'for 400 buckets');
    expect(await bad('2026-01-01', '2026-01-18', 'hour')).status(400, 'for 408 buckets');
    expect(await bad('2026-11-10', '2026-11-11', 'minute')).status(400, 'for an interval of a minute');
    expect(await bad('yesterday', '2026-11-11', 'day')).status(400, 'for "yesterday"');
    expect(await bad('2026-02-30', '2026-03-05', 'day')).status(400, 'for February 30');
    expect(await ask(show, { from: '2026-11-11', to: '2026-11-10' }, { report: 'episodes' })).status(400, 'for a range that ends before it begins');
  });
});

describe('Stage 4: Late, repeated and raw', () => {
  it('a late event of 20 days ago is in its day within 60 seconds', async () => {
    const show = await newShow();
    await accepts(show, [event()]);
    await reportOf(show, { seconds: 600 });
    await accepts(show, [event({ startedAt: noon(20), seconds: 700 })]);
    expect(await reportOf(show, { from: dateOf(20), to: dateOf(19), seconds: 700 })).field('buckets.0.plays', 1);
  });

  it('what was accepted before asOf is counted', async () => {
    const show = await newShow();
    const sent = await send(show, [event({ startedAt: noon(20), seconds: 700 })]);
    expect(sent).status(202, 'for a valid event');
    // Both times are the server's. Date has whole seconds.
    const acceptedBy = Date.parse(sent.headers.get('date') ?? '') + 1000;
    for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const response = await ask(show, { from: dateOf(21), to: dateOf(19), interval: 'day' });
      expect(response).status(200, 'for a report');
      if (response.json?.total?.seconds === 700) return;
      expect(response).that(!(Date.parse(response.json?.asOf) > acceptedBy), 'an "asOf" before the event was accepted, because the event is not counted');
    }
    await reportOf(show, { from: dateOf(21), to: dateOf(19), seconds: 700 });
  });

  it('300 events in random order with repetitions agree with a count of your own', async () => {
    const show = await newShow();
    const events = Array.from({ length: 300 }, (_, index) =>
      event({ listener: `d-${index % 17}`, episode: index % 3, seconds: 1 + ((index * 37) % 200), startedAt: noon(1 + (index % 4)) }),
    );
    const mixed = [...events, ...events.slice(0, 150)].map((each) => ({ each, place: Math.random() })).sort((a, b) => a.place - b.place);
    for (let at = 0; at < mixed.length; at += 90) expect(await send(show, mixed.slice(at, at + 90).map(({ each }) => each))).status(202, 'for valid events');
    const response = await reportOf(show, { seconds: events.reduce((sum, { seconds }) => sum + seconds, 0) });
    const plays = events.filter(({ seconds }) => seconds >= 60);
    const wanted = { plays: plays.length, listeners: new Set(plays.map(({ listener }) => listener)).size };
    expect(response).field('total.plays', wanted.plays, 'like a count over the events that were sent').field('total.listeners', wanted.listeners);
  });

  it('sessions.csv has a line for each session', async () => {
    // 16:00 UTC is one o'clock on the next day in Tokyo, the first of the range.
    const show = await newShow('Asia/Tokyo');
    const events = [event(), event({ startedAt: `${dateOf(6)}T16:00:00Z` }), event({ listener: 'd-2,"x"' })];
    await accepts(show, [...events, event({ id: 'earlier', startedAt: noon(8) })]);
    await reportOf(show, { seconds: 1800 });
    const other = await newShow();
    const read = (key) => call('GET', `/shows/${show.id}/sessions.csv?from=${dateOf(5)}&to=${dateOf(0)}`, { headers: bearer(key) });
    expect(await read(show.writeKey)).status(403, 'for reading with the write key');
    expect(await read(other.readKey)).status(404, 'for the key of another show');
    expect(await read('no-such-key')).status(401, 'for an unknown key');
    const response = await read(show.readKey);
    expect(response)
      .status(200, 'for the read key')
      .header('Content-Type', /^text\/csv/, 'to be text/csv')
      .that(response.text.trim().split('\n').length === 4, 'a line with the names of the columns and the three sessions of the range')
      .that(events.every(({ id }) => response.text.includes(id)), 'the id of each session')
      .that(response.text.includes('"d-2,""x"""'), 'a value with a comma in quotes, and each quote in it doubled');
  });

  it('GET /health returns 200', async () => {
    expect(await call('GET', '/health')).status(200, 'while the service can work');
  });
});
