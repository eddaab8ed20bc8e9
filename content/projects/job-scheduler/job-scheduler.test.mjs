// Job Scheduler Service, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test job-scheduler.test.mjs
//
// Needs Node.js 22 or later and no package. Every run makes schedules and kinds of its own and takes about a minute, because one
// test waits for the next full minute.
// Not tested: several instances and kill -9, missed slots after an outage, the waits after a second failure, a fifth failure,
// a health check that fails, lateness in the metrics, the next slot, cursors, and the 20 seconds of a claim without work.
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { call, expect } from '../kit.mjs';

const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const admin = bearer('test-admin');
const newName = () => `t-${randomUUID()}`;
const newKind = () => `test-${randomUUID()}`;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const put = (name, more = {}, headers = admin) =>
  call('PUT', `/schedules/${name}`, {
    headers,
    body: { kind: 'test-none', cron: '30 2 * * *', zone: 'Europe/Berlin', missed: 'all', overlap: 'wait', leaseSeconds: 60, paused: false, payload: { station: 'north' }, ...more },
  });

/** A new schedule; its runs come from `run`, so it is paused. */
async function newSchedule(more) {
  const name = newName();
  expect(await put(name, { paused: true, ...more })).status(201, 'for a new schedule');
  return name;
}

/** The slots from one moment to another, as milliseconds. */
async function slotsOf(name, from, to) {
  const response = await call('GET', `/schedules/${name}/slots?from=${from}T00:00:00Z&to=${to}T00:00:00Z`, { headers: admin });
  expect(response).status(200, 'for a preview').that(Array.isArray(response.json?.items), 'an array "items"');
  return { response, slots: response.json.items.map((slot) => Date.parse(slot)) };
}
async function hasSlots(name, from, to, wanted) {
  const { response, slots } = await slotsOf(name, from, to);
  expect(response).that(slots.join() === wanted.map((slot) => Date.parse(slot)).join(), `the slots ${wanted.join(', ')}`);
}

const runByHand = (name, slot) => call('POST', `/schedules/${name}/runs`, { headers: admin, body: { slot } });
/** A run of 02:30 in Berlin on a day of January 2025. */
async function newRun(name, day = 10) {
  const response = await runByHand(name, `2025-01-${day}T01:30:00Z`);
  expect(response).status(201, 'for a slot without a run').that(typeof response.json?.run === 'string', 'the id of the run in "run"');
  return response.json.run;
}

const claim = (kind, { waitSeconds = 0, token = 'test-worker' } = {}) => call('POST', '/claims', { headers: bearer(token), body: { kinds: [kind], waitSeconds } });
/** Claims until there is a run, at most for some seconds. */
async function claimWithin(kind, seconds, why) {
  const end = Date.now() + seconds * 1000;
  let response;
  do response = await claim(kind, { waitSeconds: 1 });
  while (response.status === 204 && Date.now() < end);
  expect(response).status(200, why).that(response.json?.run, 'the id of the run in "run"');
  return response;
}
async function claimed(kind) {
  return (await claimWithin(kind, 3, 'for a run that waits')).json;
}
const worker = (run, action, body) => call('POST', `/runs/${run}/${action}`, { headers: bearer('test-worker'), body });
const heartbeat = (run, attempt) => worker(run, 'heartbeat', { attempt });
const result = (run, attempt, outcome) => worker(run, 'result', { attempt, outcome });

async function runsOf(name) {
  const response = await call('GET', `/schedules/${name}/runs`, { headers: admin });
  expect(response).status(200, 'for the runs of a schedule').that(Array.isArray(response.json?.items), 'an array "items"');
  return { response, runs: response.json.items };
}

const [minutely, paused, minuteKind] = [newName(), newName(), newKind()];
const eachMinute = { cron: '* * * * *', zone: 'UTC', kind: minuteKind };
before(async () => {
  await put(minutely, eachMinute).catch(() => {});
  await put(paused, { ...eachMinute, paused: true }).catch(() => {});
});
after(async () => {
  for (const name of [minutely, paused]) await call('DELETE', `/schedules/${name}`, { headers: admin }).catch(() => {});
});

describe('Stage 1: Slots as a function', () => {
  it('a schedule is created, replaced, read and deleted', async () => {
    const name = newName();
    expect(await put(name)).status(201, 'for a new schedule');
    expect(await put(name, { cron: '0 8 * * *' })).status(200, 'for a schedule that is replaced');
    const read = () => call('GET', `/schedules/${name}`, { headers: admin });
    expect(await read()).status(200, 'for a schedule').field('cron', '0 8 * * *').field('zone', 'Europe/Berlin').field('payload', { station: 'north' });
    expect(await runByHand(name, '2025-01-10T07:00:00Z')).status(201, 'for a slot without a run');
    expect(await put(name, { cron: '0 9 * * *' })).status(200, 'for a schedule that is replaced again');
    expect(await call('DELETE', `/schedules/${name}`, { headers: admin })).status(204, 'for deleting a schedule');
    expect(await read()).status(404, 'for a schedule that was deleted');
    const { response, runs } = await runsOf(name);
    expect(response).that(runs.length === 1, 'the one run of the schedule, which was replaced and deleted after it');
    expect(await call('DELETE', `/schedules/${await newSchedule()}`, { headers: bearer('test-worker') })).status(403, 'for the token of a worker');
  });

  it('02:30 in Berlin has one slot on the days when the clocks change', async () => {
    const name = await newSchedule();
    await hasSlots(name, '2026-03-28', '2026-03-31', ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z']);
    await hasSlots(name, '2026-10-24', '2026-10-27', ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z']);
  });

  it('every quarter of an hour has 92 slots on the short day and 100 on the long one', async () => {
    const name = await newSchedule({ cron: '*/15 * * * *' });
    const count = async (from, to, day) => {
      const { slots } = await slotsOf(name, from, to);
      const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' });
      return slots.filter((slot) => local.format(slot) === day).length;
    };
    const counts = [await count('2026-03-28', '2026-03-31', '2026-03-29'), await count('2026-10-24', '2026-10-27', '2026-10-25')];
    const { response } = await slotsOf(name, '2026-03-29', '2026-03-30');
    expect(response).that(counts.join() === '92,100', `92 slots on March 29 and 100 on October 25, as local days (there are ${counts.join(' and ')})`);
  });

  it('wall times that fall on one moment are one slot', async () => {
    const name = await newSchedule({ cron: '30 2,3 * * *' });
    await hasSlots(name, '2026-03-29', '2026-03-30', ['2026-03-29T01:30:00Z']);
  });

  it('every second hour is a time on the wall, twelve times a day', async () => {
    const name = await newSchedule({ cron: '0 */2 * * *' });
    const hours = (day, list) => list.map((hour) => `${day}T${hour}:00:00Z`);
    await hasSlots(name, '2026-03-29', '2026-03-30', hours('2026-03-29', ['01', '02', '04', '06', '08', '10', '12', '14', '16', '18', '20', '22']));
    await hasSlots(name, '2026-10-25', '2026-10-26', hours('2026-10-25', ['00', '03', '05', '07', '09', '11', '13', '15', '17', '19', '21', '23']));
  });

  it('a time that does not exist moves by the length of the gap, which is half an hour on Lord Howe Island', async () => {
    const name = await newSchedule({ cron: '15 2 * * *', zone: 'Australia/Lord_Howe' });
    await hasSlots(name, '2026-10-02', '2026-10-05', ['2026-10-02T15:45:00Z', '2026-10-03T15:45:00Z', '2026-10-04T15:15:00Z']);
  });

  it('a preview has at most 1,000 slots, and asks for moments', async () => {
    const name = await newSchedule({ cron: '* * * * *', zone: 'UTC' });
    const preview = (from, to) => call('GET', `/schedules/${name}/slots?from=${from}&to=${to}`, { headers: admin });
    const response = await preview('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z');
    expect(response).that(response.status === 400 || (response.json?.items?.length > 0 && response.json.items.length <= 1000), 'at most 1,000 of the 1,440 slots of a day, or 400');
    expect(await preview('yesterday', '2026-05-02T00:00:00Z')).status(400, 'for a preview from "yesterday"');
  });

  it('two restricted day fields are joined by or, one alone is not', async () => {
    const both = await newSchedule({ cron: '0 9 13 * 5', zone: 'UTC' });
    await hasSlots(both, '2026-12-01', '2027-01-01', ['04', '11', '13', '18', '25'].map((day) => `2026-12-${day}T09:00:00Z`));
    const one = await newSchedule({ cron: '0 9 * * 5', zone: 'UTC' });
    await hasSlots(one, '2026-12-01', '2026-12-15', ['2026-12-04T09:00:00Z', '2026-12-11T09:00:00Z']);
    const mondays = await newSchedule({ cron: '0 9 30 2 1', zone: 'UTC' });
    await hasSlots(mondays, '2026-02-01', '2026-03-10', ['02', '09', '16', '23'].map((day) => `2026-02-${day}T09:00:00Z`));
  });

  it('lists, ranges and steps select what they say', async () => {
    const name = await newSchedule({ cron: '5,50 8-12/2 1 2-3 *', zone: 'UTC' });
    const times = ['08:05', '08:50', '10:05', '10:50', '12:05', '12:50'];
    await hasSlots(name, '2026-01-01', '2026-12-31', ['2026-02-01', '2026-03-01'].flatMap((day) => times.map((time) => `${day}T${time}:00Z`)));
  });

  it('February 29 comes in leap years only', async () => {
    const name = await newSchedule({ cron: '0 12 29 2 *', zone: 'UTC' });
    await hasSlots(name, '2026-01-01', '2033-01-01', ['2028-02-29T12:00:00Z', '2032-02-29T12:00:00Z']);
  });

  it('two adjacent ranges give the same slots as one', async () => {
    for (const [cron, count] of [['0 */6 * * *', 8], ['0 * * * *', 48]]) {
      const name = await newSchedule({ cron, zone: 'UTC' });
      const { slots: whole } = await slotsOf(name, '2026-05-01', '2026-05-03');
      const { slots: first } = await slotsOf(name, '2026-05-01', '2026-05-02');
      const { response, slots: second } = await slotsOf(name, '2026-05-02', '2026-05-03');
      expect(response).that(whole.length === count && [...first, ...second].join() === whole.join(), `the second half of the ${count} slots of ${cron} from May 1 to May 3, midnight included once`);
    }
  });

  it('an expression or a zone that is not valid gets 422 and names the field', async () => {
    for (const cron of ['30 2 * *', '60 0 * * *', '0 24 * * *', '0 0 0 * *', '0 0 * 13 *', '0 0 30 2 *', '0 0 31 4,6,9,11 *', '*/0 * * * *', 'often']) {
      const response = await put(newName(), { cron });
      expect(response).status(422, `for the expression ${cron}`).that(response.text.includes('cron'), 'the name of the field, cron, in the body');
    }
    const response = await put(newName(), { zone: 'Europe/Berlino' });
    expect(response).status(422, 'for a zone that does not exist').that(response.text.includes('zone'), 'the name of the field, zone, in the body');
    for (const field of ['missed', 'overlap']) {
      const other = await put(newName(), { [field]: 'maybe' });
      expect(other).status(422, `for "maybe" as ${field}`).that(other.text.includes(field), `the name of the field, ${field}, in the body`);
    }
  });

  it('without a token, or with a wrong one, the answer is 401', async () => {
    expect(await put(newName(), {}, {})).status(401, 'without a token');
    expect(await put(newName(), {}, bearer('wrong'))).status(401, 'for a token that does not exist');
    expect(await put(newName(), {}, bearer('test-worker'))).status(403, 'for the token of a worker');
    expect(await call('GET', `/schedules/${await newSchedule()}`)).status(401, 'without a token');
  });
});

describe('Stage 2: From slots to runs', () => {
  it('a slot is run by hand once', async () => {
    const name = await newSchedule();
    const run = await newRun(name);
    expect(await runByHand(name, '2025-01-10T01:30:00Z')).status(200, 'for a slot that has a run').field('run', run);
    const { response, runs } = await runsOf(name);
    expect(response).that(runs.length === 1, 'one run of the slot');
  });

  it('twenty requests for one slot at the same moment make one run', async () => {
    const name = await newSchedule();
    const all = await Promise.all(Array.from({ length: 20 }, () => runByHand(name, '2025-01-10T01:30:00Z')));
    const created = all.filter(({ status }) => status === 201).length;
    const ids = new Set(all.map(({ json }) => json?.run));
    expect(all[0]).that(created === 1 && ids.size === 1, `201 once and the same run in all twenty answers (201 came ${created} times, with ${ids.size} runs)`);
  });

  it('a moment that is not a slot gets 422', async () => {
    const name = await newSchedule();
    expect(await runByHand(name, '2025-01-10T02:30:00Z')).status(422, 'for a moment that is not a slot of the schedule');
    expect(await runByHand(name, '2099-01-10T01:30:00Z')).status(422, 'for a slot in the future');
    expect(await runByHand(newName(), '2025-01-10T01:30:00Z')).status(404, 'for a schedule that does not exist');
    const asWorker = await call('POST', `/schedules/${name}/runs`, { headers: bearer('test-worker'), body: { slot: '2025-01-10T01:30:00Z' } });
    expect(asWorker).status(403, 'for the token of a worker');
  });

  it('runs are listed with the newest slot first', async () => {
    const name = await newSchedule();
    for (const day of [11, 13, 12]) await newRun(name, day);
    const { response, runs } = await runsOf(name);
    expect(response).that(runs.map(({ slot }) => String(slot).slice(8, 10)).join() === '13,12,11', 'the slots of January 13, 12 and 11 in this order');
  });

  it('a schedule that is due gets its run within two seconds, a paused one gets none', async () => {
    expect(await call('GET', '/health')).status(200, 'while slots are computed');
    const slot = (Math.floor(Date.now() / 60_000) + 1) * 60_000;
    await pause(slot - Date.now());
    for (let isMade = false; !isMade; await pause(100)) {
      const { response, runs } = await runsOf(minutely);
      isMade = runs.some((run) => Date.parse(run.slot) === slot);
      expect(response).that(isMade || Date.now() < slot + 2500, `a run of the slot ${new Date(slot).toISOString()} within two seconds`);
    }
    const { response: list, runs } = await runsOf(paused);
    expect(list).that(runs.length === 0, 'no runs of a paused schedule');
    expect(await put(paused, eachMinute)).status(200, 'for resuming a schedule');
    await pause(2500);
    const { response: later, runs: made } = await runsOf(paused);
    expect(later).that(made.length === 0, 'no run of a slot that passed while the schedule was paused');
    await put(paused, { ...eachMinute, paused: true });
  });
});

describe('Stage 3: Workers', () => {
  it('a worker gets the slot, the local time and the payload', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind });
    const run = await newRun(name);
    const response = await claimWithin(kind, 3, 'for a run that waits');
    const lease = (Date.parse(response.json.leaseUntil) - Date.now()) / 1000;
    expect(response)
      .field('run', run)
      .field('schedule', name)
      .field('slot', '2025-01-10T01:30:00Z')
      .field('slotLocal', '2025-01-10T02:30:00+01:00')
      .field('attempt', 1)
      .field('payload', { station: 'north' })
      .that(lease > 55 && lease < 65, '"leaseUntil" a minute from now');
    const summer = await newSchedule({ kind });
    expect(await runByHand(summer, '2025-07-10T00:30:00Z')).status(201, 'for a slot without a run');
    expect(await claimWithin(kind, 3, 'for a run that waits')).field('slotLocal', '2025-07-10T02:30:00+02:00', 'because the slot is in summer');
  });

  it('a run that its slot made goes to a worker', async () => {
    expect(await claimWithin(minuteKind, 65, 'within a minute for a schedule with a slot each minute')).field('schedule', minutely, 'because the other schedule of the kind is paused');
  });

  it('the local time of a zone west of Greenwich has a minus sign', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind, zone: 'America/St_Johns' });
    expect(await runByHand(name, '2025-01-10T06:00:00Z')).status(201, 'for a slot without a run');
    expect(await claimWithin(kind, 3, 'for a run that waits')).field('slotLocal', '2025-01-10T02:30:00-03:30');
  });

  it('a claim that waits gets a run within two seconds, of any of its kinds', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind });
    const waiting = call('POST', '/claims', { headers: bearer('test-worker'), body: { kinds: [newKind(), kind], waitSeconds: 8 } });
    await pause(1000);
    const run = await newRun(name);
    const made = Date.now();
    expect(await waiting).status(200, 'for a claim that waits up to 8 seconds, and a run after one second').field('run', run);
    const seconds = (Date.now() - made) / 1000;
    expect(await waiting).that(seconds < 3, `the run within two seconds (it took ${seconds.toFixed(1)})`);
  });

  it('without work the answer is 204', async () => {
    expect(await claim(newKind())).status(204, 'for a kind without runs');
  });

  it('of twenty claims at the same moment one gets the run', async () => {
    const kind = newKind();
    await newRun(await newSchedule({ kind }));
    const all = await Promise.all(Array.from({ length: 20 }, () => claim(kind)));
    const won = all.filter(({ status }) => status === 200).length;
    expect(all[0]).that(won === 1, `200 for one of twenty claims (it was ${won})`);
  });

  it('a worker claims only the kinds of its token', async () => {
    expect(await claim('payroll')).status(403, 'for a kind that is not listed in the token');
    const mixed = await call('POST', '/claims', { headers: bearer('test-worker'), body: { kinds: [newKind(), 'payroll'], waitSeconds: 0 } });
    expect(mixed).status(403, 'for two kinds, of which one is not listed in the token');
    expect(await claim(newKind(), { token: '' })).status(401, 'without a token');
    expect(await claim(5)).status(400, 'for a kind that is not a text');
  });

  it('the oldest run comes first, and a finished one does not come again', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind });
    const first = await newRun(name, 10);
    const second = await newRun(name, 11);
    const { run } = await claimed(kind);
    expect(await result(run, 1, 'done')).status(200, 'for the result of the current attempt').that(run === first, 'the run that was made first');
    expect(await result(run, 1, 'done')).status(200, 'for a repeated result of the current attempt');
    expect(await claimWithin(kind, 3, 'for the second run')).field('run', second);
  });

  it('a result with another attempt number gets 409 and changes nothing', async () => {
    const kind = newKind();
    await newRun(await newSchedule({ kind }));
    const { run } = await claimed(kind);
    expect(await result(run, 7, 'done')).status(409, 'for an attempt that the worker does not have');
    expect(await heartbeat(run, 7)).status(409, 'for a heartbeat of such an attempt');
    expect(await result(run, 1, 'maybe')).status(422, 'for an outcome that is neither done nor failed');
    expect(await heartbeat(run, 1)).status(200, 'for a heartbeat of the current attempt, because the run is still running');
    expect(await result(randomUUID(), 1, 'done')).status(404, 'for a run that does not exist');
    expect(await heartbeat('0', 1)).status(404, 'for a run that does not exist');
  });

  it('with overlap wait the second run waits for the first', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind, overlap: 'wait' });
    await newRun(name, 10);
    const second = await newRun(name, 11);
    const { run } = await claimed(kind);
    expect(await claim(kind)).status(204, 'while another run of the schedule is running');
    expect(await result(run, 1, 'done')).status(200, 'for the result of the current attempt');
    expect(await claimWithin(kind, 3, 'after the first run has ended')).field('run', second);
  });

  it('with overlap skip the second run is skipped', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind, overlap: 'skip' });
    await newRun(name, 10);
    await claimed(kind);
    const second = await newRun(name, 11);
    expect(await claim(kind)).status(204, 'while another run of the schedule is running');
    for (const end = Date.now() + 3000; ; await pause(100)) {
      const { response, runs } = await runsOf(name);
      if (runs.find(({ run }) => run === second)?.state === 'skipped') break;
      expect(response).that(Date.now() < end, 'the state skipped for the second run');
    }
    const skipped = await call('GET', `/schedules/${name}/runs?state=skipped`, { headers: admin });
    expect(skipped).status(200, 'for the skipped runs').that(skipped.json?.items?.length === 1, 'only the skipped run with state=skipped');
  });

  it('with overlap parallel both run', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind, overlap: 'parallel' });
    await newRun(name, 10);
    const second = await newRun(name, 11);
    await claimed(kind);
    expect(await claimWithin(kind, 3, 'while the first run is running')).field('run', second);
  });

  it('of twenty claims at the same moment one gets a run of a schedule that waits', async () => {
    const kind = newKind();
    const name = await newSchedule({ kind, overlap: 'wait' });
    for (const day of [10, 11, 12]) await newRun(name, day);
    const all = await Promise.all(Array.from({ length: 20 }, () => claim(kind)));
    const won = all.filter(({ status }) => status === 200).length;
    expect(all[0]).that(won === 1, `200 for one of twenty claims, since runs of this schedule wait for each other (it was ${won})`);
  });
});

describe('Stage 4: Failure', () => {
  it('a run whose worker is silent is claimed again, and the first worker gets 409', async () => {
    const kind = newKind();
    await newRun(await newSchedule({ kind, leaseSeconds: 2 }));
    const { run, slot } = await claimed(kind);
    expect(await claim(kind)).status(204, 'while the lease holds');
    expect(await claimWithin(kind, 4, 'within two seconds of the end of a lease of two seconds')).field('run', run).field('attempt', 2).field('slot', slot);
    expect(await result(run, 1, 'done')).status(409, 'for the attempt that lost its lease');
    expect(await result(run, 2, 'done')).status(200, 'for the current attempt');
  });

  it('a result that comes after the lease counts if no one else has claimed the run', async () => {
    const kind = newKind();
    await newRun(await newSchedule({ kind, leaseSeconds: 1 }));
    const { run } = await claimed(kind);
    await pause(2500);
    expect(await result(run, 1, 'done')).status(200, 'for a late result, because there is no second attempt');
    expect(await claim(kind)).status(204, 'because the run is done');
  });

  it('heartbeats keep the lease', async () => {
    const kind = newKind();
    await newRun(await newSchedule({ kind, leaseSeconds: 3 }));
    const { run } = await claimed(kind);
    for (const end = Date.now() + 5000; Date.now() < end; await pause(500)) {
      expect(await heartbeat(run, 1)).status(200, 'for a heartbeat of the current attempt');
      expect(await claim(kind)).status(204, 'as long as heartbeats extend the lease');
    }
  });

  it('a run that failed waits ten seconds, and at most a fifth more', async () => {
    const kind = newKind();
    await newRun(await newSchedule({ kind }));
    const { run } = await claimed(kind);
    const failed = Date.now();
    expect(await result(run, 1, 'failed')).status(200, 'for the result failed');
    expect(await result(run, 1, 'failed')).status(200, 'for a repeated result of the current attempt');
    const response = await claimWithin(kind, 13.5, 'at most twelve seconds after a failure, and two more for the claim');
    const waited = (Date.now() - failed) / 1000;
    expect(response)
      .field('run', run)
      .field('attempt', 2)
      .that(waited >= 9.9, `ten seconds of waiting after a failure (it was ${waited.toFixed(1)})`);
  });
});
