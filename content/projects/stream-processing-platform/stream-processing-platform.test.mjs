// Stream Processing Platform, tested from outside. Start all its parts, then run
//
//   BASE_URL=http://localhost:3000 node --test stream-processing-platform.test.mjs
//
// Needs Node.js 22 or later and no package. Every run has turbines of its own, whose readings are up to a day old.
// Not tested: kill -9 and SIGSTOP, several workers, a broker or a database that is down, partitions that are idle, readings that
// repeat after hours, records that can't be read, version 1, a replay that differs, a correction of a cleared alarm, and load.
import { randomInt, randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const station = { authorization: 'Bearer test-station' };
const viewer = { authorization: 'Bearer test-viewer' };
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const newTurbine = () => randomInt(1000, 2 ** 30);
const text = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
/** The start of a minute some hours ago, in seconds. */
const newMinute = () => Math.floor((Date.now() / 1000 - randomInt(2, 20) * 3600) / 60) * 60;

const reading = (turbine, second, more = {}) => ({ v: 2, turbine, at: text(second), kw: 1830, mmps: 4.1, ...more });
const send = (readings, headers = station) => call('POST', '/readings', { headers, body: readings });
async function accepted(readings) {
  expect(await send(readings)).status(202, 'for valid readings');
}
/** A reading of this moment: with it, the watermark has passed all minutes of the test. */
const pass = (turbine) => accepted([reading(turbine, Math.floor(Date.now() / 1000), { mmps: 0.5 })]);

async function windowsOf(turbine, from, minutes = 60) {
  const response = await call('GET', `/turbines/${turbine}/windows?${new URLSearchParams({ from: text(from), to: text(from + minutes * 60) })}`, { headers: viewer });
  expect(response).status(200, 'for the windows of a turbine').that(Array.isArray(response.json?.items), 'an array "items"');
  return { response, items: response.json.items };
}
/** The windows of a turbine, once they are as wanted. */
async function until(turbine, from, isReached, wish) {
  for (const end = Date.now() + 8000; ; await pause(50)) {
    const { response, items } = await windowsOf(turbine, from);
    if (isReached(items)) return { response, items };
    expect(response).that(Date.now() < end, `${wish} within eight seconds`);
  }
}
const has = (window, wanted) => Object.entries(wanted).every(([name, value]) => window?.[name] === value);

async function partitions() {
  const response = await call('GET', '/partitions', { headers: viewer });
  expect(response).status(200, 'for the partitions').that(response.json?.items?.length > 0, 'partitions in "items"');
  return { response, items: response.json.items };
}
const sum = (items, name) => items.reduce((total, each) => total + each[name], 0);

const alarmsOf = async (turbine, query = '') => {
  const response = await call('GET', `/alarms${query}`, { headers: viewer });
  expect(response).status(200, 'for alarms').that(Array.isArray(response.json?.items), 'an array "items"');
  return { response, alarms: response.json.items.filter((alarm) => alarm.turbine === turbine) };
};
async function alarmUntil(turbine, query, isReached, wish) {
  for (const end = Date.now() + 8000; ; await pause(50)) {
    const { response, alarms } = await alarmsOf(turbine, query);
    if (isReached(alarms)) return { response, alarms };
    expect(response).that(Date.now() < end, `${wish} within eight seconds`);
  }
}
/** One reading per minute, with the given vibrations. */
const minutes = (turbine, start, vibrations) => vibrations.map((mmps, index) => reading(turbine, start + 60 * index + 5, { mmps }));

const open = [];
after(() => {
  for (const controller of open) controller.abort();
});
/** The live view of a turbine; `next` waits for an event. */
async function live(turbine, lastId) {
  const controller = new AbortController();
  open.push(controller);
  const headers = { ...viewer, ...(lastId && { 'last-event-id': lastId }) };
  const response = await fetch(`${base}/turbines/${turbine}/live`, { headers, signal: controller.signal });
  const answer = { request: `GET /turbines/${turbine}/live`, status: response.status, headers: response.headers, text: '', json: undefined };
  expect(answer).status(200, 'for the live view').header('Content-Type', /^text\/event-stream/, 'to be text/event-stream');
  const events = [];
  const read = async () => {
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split(/\r?\n\r?\n/);
      rest = parts.pop();
      for (const part of parts) {
        const field = (name) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(part)?.[1];
        if (field('data')) events.push({ id: field('id'), window: JSON.parse(field('data')) });
      }
    }
  };
  read().catch(() => {});
  const next = async (fits, wish) => {
    for (const end = Date.now() + 8000; !events.some(fits) && Date.now() < end; ) await pause(20);
    expect({ ...answer, text: JSON.stringify(events) }).that(events.some(fits), `${wish} within eight seconds`);
    return events.find(fits);
  };
  return { answer, events, next, close: () => controller.abort() };
}

describe('Stage 2: Intake and topic', () => {
  it('one to a thousand readings are taken', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted([reading(turbine, start)]);
    await accepted(Array.from({ length: 1000 }, (_, index) => reading(turbine, start + index)));
    expect(await send([])).status(422, 'for no readings');
    const response = await send(Array.from({ length: 1001 }, (_, index) => reading(turbine, start + index)));
    expect(response).that([413, 422].includes(response.status), '413 or 422 for 1,001 readings');
  });

  it('an invalid reading spoils its batch, and is named', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    const cases = [
      ['at', { at: text(start + 7).replace('Z', '.500Z') }],
      ['mmps', { mmps: -3 }],
      ['kw', { kw: '1830' }],
      ['turbine', { turbine: 'north' }],
      ['at', { at: text(Math.floor(Date.now() / 1000) + 3600) }],
    ];
    for (const [field, more] of cases) {
      const response = await send([reading(turbine, start + 5), reading(turbine, start + 6), reading(turbine, start + 7, more)]);
      expect(response).status(422, `for ${JSON.stringify(more)}`).that(response.json?.errors?.[0]?.index === 2 && response.json.errors[0].field === field, `an error with "index": 2 and "field": "${field}"`);
    }
    const response = await send([reading(turbine, start, { mmps: -3 }), reading(turbine, start + 1), reading(turbine, start + 2, { kw: '1830' })]);
    const found = response.json?.errors?.map(({ index, field }) => `${index} ${field}`).join();
    expect(response).status(422, 'for two invalid readings').that(found === '0 mmps,2 kw', 'both invalid readings in "errors", 0 with "mmps" and 2 with "kw"');
  });

  it('the intake is for stations, and takes JSON', async () => {
    const one = [reading(newTurbine(), newMinute())];
    expect(await send(one, {})).status(401, 'without a token');
    expect(await send(one, { authorization: 'Bearer wrong' })).status(401, 'for a token that does not exist');
    const post = (type, body) => call('POST', '/readings', { headers: { ...station, 'content-type': type }, body });
    expect(await post('text/plain', '[]')).status(415, 'for text/plain');
    expect(await post('application/json', '[{')).status(400, 'for malformed JSON');
  });
});

describe('Stage 3: One worker', () => {
  it('nothing of a batch that was refused counts', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    expect(await send([reading(turbine, start + 5), reading(turbine, start + 6, { mmps: -3 })])).status(422, 'for a batch with an invalid reading');
    await accepted([reading(turbine, start + 10)]);
    await pass(turbine);
    const { response, items } = await until(turbine, start, (all) => all.length > 0, 'a window');
    expect(response).that(items[0].n === 1, '"n": 1, because nothing of a batch that was refused counts');
  });

  it('a minute has number, mean power and highest vibration', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted([reading(turbine, start, { kw: 1800, mmps: 4.1 }), reading(turbine, start + 59, { kw: 1900, mmps: 5.25 }), reading(turbine, start + 60, { kw: 700 })]);
    await pass(turbine);
    const { response, items } = await until(turbine, start, (all) => all.length >= 2 && all[0].n === 2, 'two windows, with two readings in the first');
    expect(response)
      .that(has(items[0], { turbine, minute: text(start), n: 2, kw: 1850, mmps: 5.25 }), `the window ${text(start)} with n 2, kw 1850 and mmps 5.25`)
      .that(has(items[1], { minute: text(start + 60), n: 1, kw: 700 }) && items.length === 2, `the window ${text(start + 60)} with n 1 and kw 700`);
    for (const wanted of [start, start + 60]) {
      const range = await windowsOf(turbine, wanted, 1);
      expect(range.response).that(range.items.map((window) => window.minute).join() === text(wanted), `only the window ${text(wanted)}, because "from" is included and "to" is not`);
    }
  });

  it('a reading that was sent three times counts once', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    const [one, two] = [reading(turbine, start + 12, { kw: 1000 }), reading(turbine, start + 13, { kw: 2000 })];
    await accepted([one, one, one]);
    for (let count = 0; count < 3; count += 1) await accepted([two]);
    await accepted([one, reading(turbine, start + 14, { kw: 3000 }), two]);
    await pass(turbine);
    const { response, items } = await until(turbine, start, (all) => all[0]?.n >= 3, 'three readings in the window');
    expect(response).that(items[0].n === 3 && items[0].kw === 2000, '"n": 3 and "kw": 2000');
  });

  it('turbines are kept apart', async () => {
    const [one, two, start] = [newTurbine(), newTurbine(), newMinute()];
    await accepted([reading(one, start + 1, { kw: 100 }), reading(two, start + 1, { kw: 900 })]);
    await pass(one);
    await pass(two);
    for (const [turbine, kw] of [[one, 100], [two, 900]]) {
      const { response, items } = await until(turbine, start, (all) => all.length > 0, 'a window');
      expect(response).that(has(items[0], { turbine, n: 1, kw }), `one reading with "kw": ${kw}`);
    }
  });

  it('the numbers of each partition add up', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    const { items: before } = await partitions();
    await accepted(Array.from({ length: 60 }, (_, index) => reading(turbine, start + (index % 30))));
    await pass(turbine);
    await until(turbine, start, (all) => all[0]?.n === 30, 'thirty readings in the window');
    let [response, items] = [];
    const grown = (name) => sum(items, name) - sum(before, name);
    for (const end = Date.now() + 8000; ; await pause(50)) {
      ({ response, items } = await partitions());
      if (grown('read') >= 61 || Date.now() > end) break;
    }
    for (const { read, counted, repeated, tooLate, unreadable } of items) expect(response).that(counted + repeated + tooLate + unreadable === read && read >= 0, 'counted + repeated + tooLate + unreadable to be read, for each partition');
    expect(response).that(grown('counted') >= 31 && grown('repeated') >= 30, `31 more in counted and 30 more in repeated (they grew by ${grown('counted')} and ${grown('repeated')})`);
  });
});

describe('Stage 4: Time', () => {
  it('the order of the readings changes nothing', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    const all = Array.from({ length: 180 }, (_, second) => reading(turbine, start + second, { kw: second * 10, mmps: second / 4 }));
    const shuffled = all.map((each) => ({ each, place: randomInt(1_000_000) })).sort((a, b) => a.place - b.place).map(({ each }) => each);
    for (let at = 0; at < 180; at += 20) await accepted(shuffled.slice(at, at + 20));
    await pass(turbine);
    const { response, items } = await until(turbine, start, (windows) => windows.length === 3 && windows.every(({ n }) => n === 60), 'three windows of sixty readings');
    expect(response).that(items.map(({ kw, mmps }) => `${kw} ${mmps}`).join() === '295 14.75,895 29.75,1495 44.75', 'mean power and highest vibration of the three minutes');
  });

  it('a minute that is not over is not published', async () => {
    const turbine = newTurbine();
    const now = Math.floor(Date.now() / 1000);
    // The newest reading is ten seconds behind the end of a minute, and at most 50 seconds ahead of the clock.
    const end = now - (now % 60) + (now % 60 < 20 ? 0 : 60);
    await accepted([reading(turbine, end - 600), reading(turbine, end - 50), reading(turbine, end + 10)]);
    await until(turbine, end - 660, (all) => all.length > 0, 'the window of ten minutes ago');
    await pause(300);
    const { response, items } = await windowsOf(turbine, end - 660);
    expect(response).that(items.length === 1, `no window ${text(end - 60)} after a reading of ${text(end + 10)}, because the watermark is 30 seconds behind the newest reading`);
  });

  it('a late reading corrects its window, with the next revision', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted([reading(turbine, start + 1, { kw: 1000 })]);
    await pass(turbine);
    const { response: first, items: before } = await until(turbine, start, (all) => all[0]?.n === 1, 'a window of one reading');
    expect(first).that(before[0].revision >= 1, 'a "revision" from 1 on');
    await accepted([reading(turbine, start + 2, { kw: 2000 })]);
    const { response, items } = await until(turbine, start, (all) => all[0]?.n === 2, 'two readings in the window');
    expect(response).that(items.length === 1 && items[0].kw === 1500 && items[0].revision === before[0].revision + 1, `"kw": 1500 with the revision ${before[0].revision + 1}`);
    await accepted([reading(turbine, start + 2, { kw: 2000 }), reading(turbine, start + 120)]);
    const { response: after, items: last } = await until(turbine, start, (all) => all.length === 2, 'a second window');
    expect(after).that(last[0].revision === items[0].revision, 'no new revision for a repeated reading');
  });

  it('a reading more than a day behind the watermark is too late', async () => {
    const turbine = newTurbine();
    await pass(turbine);
    const { items: before } = await partitions();
    const old = Math.floor(Date.now() / 60_000) * 60 - 25 * 3600;
    await accepted([reading(turbine, old)]);
    let after;
    for (const end = Date.now() + 8000; ; await pause(50)) {
      after = await partitions();
      if (sum(after.items, 'tooLate') > sum(before, 'tooLate') || Date.now() > end) break;
    }
    expect(after.response).that(sum(after.items, 'tooLate') > sum(before, 'tooLate'), 'one more in tooLate within eight seconds');
    const { response, items } = await windowsOf(turbine, old - 60);
    expect(response).that(items.length === 0, 'no window for a reading that was too late');
    await accepted([reading(turbine, old + 2 * 3600)]);
    await until(turbine, old + 2 * 3600, (all) => all[0]?.n === 1, 'a window for a reading of 23 hours ago');
  });
});

describe('Stage 6: Alarms and the live view', () => {
  it('three windows in a row above the limit raise one alarm', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted(minutes(turbine, start, [12, 11, 10.5, 13]));
    await pass(turbine);
    const { response, alarms } = await alarmUntil(turbine, '?state=open', (all) => all.length > 0, 'an open alarm');
    await until(turbine, start, (all) => all.length === 4, 'four windows');
    const { alarms: all } = await alarmsOf(turbine);
    expect(response)
      .that(all.length === 1, 'one alarm for four windows in a row')
      .that(alarms[0].minutes?.join() === [0, 60, 120].map((offset) => text(start + offset)).join(), 'the first three of them in "minutes"');
  });

  it('two windows, or three with a quiet one in between, raise none', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted(minutes(turbine, start, [12, 12, 3, 12, 12, 10, 12]));
    await pass(turbine);
    await until(turbine, start, (all) => all.length === 7, 'seven windows');
    await pause(300);
    const { response, alarms } = await alarmsOf(turbine);
    expect(response).that(alarms.length === 0, 'no alarm, because no three windows in a row are above 10');
  });

  it('five windows in a row below the limit clear the alarm', async () => {
    const [turbine, minute] = [newTurbine(), newMinute()];
    await accepted(minutes(turbine, minute, [12, 12, 12, 3, 3, 3, 12, 3, 3, 3]));
    await pass(turbine);
    await until(turbine, minute, (all) => all.length === 10, 'ten windows');
    await alarmUntil(turbine, '?state=open', (all) => all.length === 1, 'an alarm that is still open, because only three quiet windows are in a row,');
    await accepted(minutes(turbine, minute + 10 * 60, [3, 3]));
    const { response, alarms } = await alarmUntil(turbine, '', (all) => all[0]?.state === 'cleared', 'the state cleared after five quiet windows');
    expect(response).that(alarms.length === 1, 'one alarm');
    const { response: filtered, alarms: stillOpen } = await alarmsOf(turbine, '?state=open');
    expect(filtered).that(stillOpen.length === 0, 'no cleared alarm among the open ones');
    expect(await call('GET', '/alarms?state=loud', { headers: viewer })).status(400, 'for a state that is none');
    await accepted(minutes(turbine, minute + 12 * 60, [12, 12, 12, 3, 12, 12, 12]));
    await until(turbine, minute, (all) => all.length === 19, 'nineteen windows');
    await alarmUntil(turbine, '?state=open', (all) => all.length > 0, 'a second alarm after the first was cleared');
    await pause(300);
    const { response: again, alarms: both } = await alarmsOf(turbine);
    expect(again).that(both.length === 2, 'no third alarm while the second is open');
  });

  it('a correction that makes the row longer raises no second alarm', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted(minutes(turbine, start, [3, 12, 12, 12]));
    await pass(turbine);
    const { alarms: first } = await alarmUntil(turbine, '?state=open', (all) => all.length > 0, 'an open alarm');
    await accepted([reading(turbine, start + 10, { mmps: 12 })]);
    await until(turbine, start, (all) => all[0]?.mmps === 12, 'the corrected first window');
    await pause(300);
    const { response, alarms } = await alarmsOf(turbine);
    expect(response).that(alarms.length === 1 && alarms[0].id === first[0].id, 'the one alarm that was raised already, because the row only became longer');
    await accepted(minutes(turbine, start + 4 * 60, [3, 3, 3, 3, 3]));
    await alarmUntil(turbine, '', (all) => all.every(({ state }) => state === 'cleared'), 'the state cleared after five quiet windows');
  });

  it('a correction may raise the alarm late', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted(minutes(turbine, start, [12, 3, 12]));
    await pass(turbine);
    await until(turbine, start, (all) => all.length === 3, 'three windows');
    await accepted([reading(turbine, start + 70, { mmps: 12 })]);
    const { response, alarms } = await alarmUntil(turbine, '?state=open', (all) => all.length > 0, 'an open alarm after a late reading has completed the row');
    expect(response).that(alarms[0].minutes?.[2] === text(start + 120), 'the minute that the alarm is about as the third of "minutes"');
  });

  it('someone has seen the alarm', async () => {
    const [turbine, start] = [newTurbine(), newMinute()];
    await accepted(minutes(turbine, start, [12, 12, 12]));
    await pass(turbine);
    const { alarms } = await alarmUntil(turbine, '?state=open', (all) => all.length > 0, 'an open alarm');
    const acknowledge = (id) => call('POST', `/alarms/${id}/acknowledgment`, { headers: viewer });
    const [first, second] = [await acknowledge(alarms[0].id), await acknowledge(alarms[0].id)];
    expect(first).status(200, 'for an alarm').that(first.json?.acknowledgedAt, 'a moment in "acknowledgedAt"').field('state', 'open', 'because only quiet windows clear it');
    expect(second).status(200, 'for the repetition').field('acknowledgedAt', first.json.acknowledgedAt, 'as the first time');
    expect(await acknowledge(`no-${randomUUID()}`)).status(404, 'for an alarm that does not exist');
  });

  it('the live view sends each published window, and goes on after a break', async () => {
    const [turbine, other, start] = [newTurbine(), newTurbine(), newMinute()];
    const first = await live(turbine);
    await accepted([reading(other, start + 1)]);
    await pass(other);
    await until(other, start, (all) => all.length > 0, 'a window');
    await accepted([reading(turbine, start + 1)]);
    await pass(turbine);
    const { id } = await first.next(({ window }) => window.minute === text(start), 'an event for the first window');
    expect({ ...first.answer, text: JSON.stringify(first.events) }).that(first.events.every(({ window }) => window.turbine === turbine), `only events of the turbine ${turbine}`);
    first.close();
    await accepted([reading(turbine, start + 61), reading(turbine, start + 121)]);
    await until(turbine, start, (all) => all.length === 3, 'three windows');
    await accepted([reading(turbine, start + 62)]);
    await until(turbine, start, (all) => all[1]?.n === 2, 'two readings in the second window');
    const second = await live(turbine, id);
    await second.next(({ window }) => window.minute === text(start + 120), 'an event for the third window');
    await second.next(({ window }) => window.minute === text(start + 60) && window.n === 2, 'an event for the newest revision of the second window');
    const order = second.events.map((event) => Number(String(event.id).split('-').at(-1)));
    expect(second.answer)
      .that(second.events.every(({ window }) => window.minute !== text(start)), 'no event again for what was seen before the break')
      .that(order.every((number, index) => index === 0 || number > order[index - 1]), 'events in the order of their numbers');
    await accepted([reading(turbine, start + 181)]);
    await second.next(({ window }) => window.minute === text(start + 180), 'an event for a window that is published after the view has caught up');
  });

  it('a turbine that does not exist gets 404, and a wrong token 401', async () => {
    expect(await call('GET', '/turbines/none/live', { headers: viewer })).status(404, 'for the live view of no turbine');
    const query = new URLSearchParams({ from: text(0), to: text(60) });
    expect(await call('GET', `/turbines/none/windows?${query}`, { headers: viewer })).status(404, 'for the windows of no turbine');
    for (const path of [`/turbines/1/windows?${query}`, '/turbines/1/live', '/alarms', '/partitions']) {
      expect(await call('GET', path)).status(401, 'without a token');
      expect(await call('GET', path, { headers: { authorization: 'Bearer wrong' } })).status(401, 'for a token that does not exist');
    }
    expect(await call('GET', '/turbines/1/windows?from=soon&to=late', { headers: viewer })).status(400, 'for a range that is none');
  });
});

describe('Stage 7: Replay', () => {
  it('a replay finds no difference, and can be made valid', async () => {
    const [turbine, start, name] = [newTurbine(), newMinute(), `t-${randomUUID()}`];
    await accepted([reading(turbine, start + 1, { kw: 1000 }), reading(turbine, start + 2, { kw: 2000 }), reading(turbine, start + 1, { kw: 1000 })]);
    await pass(turbine);
    const { items: before } = await until(turbine, start, (all) => all[0]?.n === 2, 'two readings in the window');
    const put = () => call('PUT', `/replays/${name}`, { headers: viewer, body: { from: text(start), to: text(start + 3600) } });
    expect(await put()).status(202, 'for a new replay');
    expect(await put()).status(200, 'for a repetition');
    let response;
    for (const end = Date.now() + 9000; ; await pause(100)) {
      response = await call('GET', `/replays/${name}/differences`, { headers: viewer });
      if (response.json?.state === 'done' || response.status !== 200 || Date.now() > end) break;
    }
    expect(response).status(200, 'for the differences of a replay').field('state', 'done', 'within nine seconds').field('items', []);
    expect(await call('POST', `/replays/${name}/activation`, { headers: viewer })).status(200, 'for a replay that is done');
    const { response: after, items } = await windowsOf(turbine, start);
    expect(after).that(items[0]?.n === 2 && items[0].kw === before[0].kw, 'the same window as before the replay');
    expect(await call('POST', `/replays/t-${randomUUID()}/activation`, { headers: viewer })).status(404, 'for a replay that does not exist');
    expect(await call('GET', `/replays/t-${randomUUID()}/differences`, { headers: viewer })).status(404, 'for a replay that does not exist');
    expect(await call('POST', `/replays/${name}/activation`)).status(401, 'without a token');
  });

  it('a name stands for one range', async () => {
    const [start, name] = [newMinute(), `t-${randomUUID()}`];
    const put = (from, to) => call('PUT', `/replays/${name}`, { headers: viewer, body: { from: text(from), to: text(to) } });
    expect(await put(start + 60, start)).status(422, 'for a range that ends before it begins');
    expect(await put(start, start + 60)).status(202, 'for a new replay');
    expect(await put(start, start + 120)).status(409, 'for the same name with another range');
  });

  it('a reading that comes between replay and activation is not lost', async () => {
    const [turbine, start, name] = [newTurbine(), newMinute(), `t-${randomUUID()}`];
    await accepted([reading(turbine, start + 1)]);
    await pass(turbine);
    await until(turbine, start, (all) => all[0]?.n === 1, 'a window');
    await call('PUT', `/replays/${name}`, { headers: viewer, body: { from: text(start), to: text(start + 3600) } });
    for (const end = Date.now() + 9000; Date.now() < end; await pause(100)) {
      const { json } = await call('GET', `/replays/${name}/differences`, { headers: viewer });
      if (json?.state === 'done') break;
    }
    await accepted([reading(turbine, start + 2)]);
    await until(turbine, start, (all) => all[0]?.n === 2, 'a late reading in the window');
    const activation = await call('POST', `/replays/${name}/activation`, { headers: viewer });
    expect(activation).that([200, 409].includes(activation.status), '200 if the replay has the late reading, too, or 409');
    const { response, items } = await windowsOf(turbine, start);
    expect(response).that(items[0]?.n === 2, '"n": 2 after the activation, because the late reading still counts');
    await accepted([reading(turbine, start + 3)]);
    await until(turbine, start, (all) => all[0]?.n === 3, 'a reading that comes after the activation in the valid window');
  });
});
