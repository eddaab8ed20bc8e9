// Real-time Notification System, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test real-time-notification-system.test.mjs
//
// Needs Node.js 22 or later and no package. The tests are the mail provider, on port 4000 or the one in PEER_PORT. Every run has
// stations and people of its own.
// Not tested: kill -9, 100,000 subscribers and everything else that needs load, push messages (their endpoints must be public), the
// eighth attempt, changes of the clock, and a socket that does not read.
import { randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { base, call, expect } from '../kit.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const bearer = (token) => (token ? { authorization: `Bearer ${token}` } : {});
const operator = bearer('test-operator');
const as = (person) => bearer(`test-user-${person}`);
const newPerson = () => String(randomInt(1_000_000, 2 ** 40));
const newStation = () => `t-${randomUUID()}`;

// The provider: what came, and how it responds to a person's mails.
const mails = [];
const responders = new Map();
const provider = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const mail = JSON.parse(Buffer.concat(chunks).toString());
  mails.push({ ...mail, path: request.url, key: request.headers['idempotency-key'], at: Date.now() });
  const status = responders.get(mail.person)?.(mailsTo(mail.person).length) ?? 202;
  response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
});
const mailsTo = (person) => mails.filter((mail) => mail.person === person);
const sockets = [];
before(() => new Promise((resolve) => provider.listen(Number(process.env.PEER_PORT ?? 4000), resolve)));
after(() => {
  for (const socket of sockets) socket.close();
  provider.closeAllConnections();
  provider.close();
});

const subscribe = (person, station, { least = 'info', channels = [] } = {}) => call('PUT', `/me/subscriptions/${station}`, { headers: as(person), body: { least, channels } });
async function newSubscriber(station, more) {
  const person = newPerson();
  expect(await subscribe(person, station, more)).status(204, 'for a subscription');
  return person;
}
const put = (id, station, more = {}, headers = operator) =>
  call('PUT', `/warnings/${id}`, { headers, body: { station, level: 'danger', text: '3.9 m and rising', expiresAt: '2099-01-01T00:00:00Z', ...more } });
async function warn(station, more) {
  const id = `w-${randomUUID()}`;
  expect(await put(id, station, more)).status(201, 'for a new warning');
  return id;
}
const inbox = (person, query = 'after=0') => call('GET', `/me/inbox?${query}`, { headers: as(person) });
/** The inbox of a person, once it has a number of entries. */
async function entriesOf(person, count, query) {
  for (const end = Date.now() + 8000; ; await pause(50)) {
    const response = await inbox(person, query);
    expect(response).status(200, 'for an inbox').that(Array.isArray(response.json?.items), 'an array "items"');
    const { items } = response.json;
    expect(response).that(items.length >= count || Date.now() < end, `${count} entries within eight seconds`);
    if (items.length >= count) return { response, items };
  }
}
const numbers = (items) => items.map(({ seq }) => seq).join();

/** The counts of a channel of a warning, once they are as wanted. */
async function counts(id, channel, isReached, wish) {
  for (const end = Date.now() + 8000; ; await pause(50)) {
    const response = await call('GET', `/warnings/${id}/deliveries`, { headers: operator });
    expect(response).status(200, 'for the deliveries of a warning').that(response.json?.[channel], `the counts of the channel in "${channel}"`);
    const { recipients, waiting, sent, skipped, dead } = response.json[channel];
    expect(response).that(recipients === waiting + sent + skipped + dead, 'recipients to be the sum of waiting, sent, skipped and dead');
    if (response.json.expanded && isReached(response.json[channel])) return response;
    expect(response).that(Date.now() < end, `${wish} within eight seconds`);
  }
}
/** Waits until a warning has one mail, which still waits a second later. */
async function waits(id) {
  await counts(id, 'mail', ({ recipients }) => recipients === 1, 'a mail');
  await pause(1000);
  await counts(id, 'mail', ({ waiting }) => waiting === 1, 'a mail that waits for the end of the quiet hours');
}
async function mailTo(person, count = 1, seconds = 8) {
  for (const end = Date.now() + seconds * 1000; mailsTo(person).length < count && Date.now() < end; ) await pause(50);
  return mailsTo(person);
}
/** Quiet hours of a person that have begun an hour ago and end in an hour, or are over, on a clock of UTC+5:30. */
const quiet = (person, { isOver = false } = {}) => {
  const time = (minutes) => new Date(Date.now() + (330 + minutes) * 60_000).toISOString().slice(11, 16);
  return call('PUT', '/me/quiet-hours', { headers: as(person), body: { from: time(isOver ? -180 : -60), to: time(isOver ? -120 : 60), zone: 'Asia/Kolkata' } });
};

describe('Stage 1: Inbox without speed', () => {
  it('a warning is accepted once', async () => {
    const [id, station] = [`w-${randomUUID()}`, newStation()];
    expect(await put(id, station)).status(201, 'for a new warning');
    expect(await put(id, station)).status(200, 'for the same warning again');
    expect(await put(id, station, { text: '4.2 m and rising' })).status(409, 'for other content under the same id');
  });

  it('only operators warn', async () => {
    const id = `w-${randomUUID()}`;
    expect(await put(id, newStation(), {}, {})).status(401, 'without a token');
    expect(await put(id, newStation(), {}, as(7))).status(403, 'for a subscriber');
  });

  it('a warning that is not valid gets 422', async () => {
    for (const more of [{ level: 'panic' }, { text: '' }, { expiresAt: 'soon' }]) expect(await put(`w-${randomUUID()}`, newStation(), more)).status(422, `for ${JSON.stringify(more)}`);
    expect(await subscribe(newPerson(), newStation(), { least: 'panic' })).status(422, 'for a level that does not exist');
    expect(await subscribe(newPerson(), newStation(), { channels: ['pigeon'] })).status(422, 'for a channel that does not exist');
  });

  it('a subscriber finds the warning in the inbox, and no one else does', async () => {
    const station = newStation();
    const [person, other] = [await newSubscriber(station), await newSubscriber(newStation())];
    const id = await warn(station, { text: 'Leave the camp site.' });
    const { response, items } = await entriesOf(person, 1);
    expect(response).that(items[0].seq === 1 && items[0].warning === id && items[0].text === 'Leave the camp site.' && items[0].level === 'danger', `the entry 1 with warning ${id}, its text and level`);
    const { response: rest } = await entriesOf(other, 0);
    expect(rest).that(rest.json.items.length === 0, 'no entry for someone with another station');
    expect(await call('GET', '/me/inbox?after=0')).status(401, 'without a token');
  });

  it('a warning below the least level is not for me', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { least: 'danger' });
    await warn(station, { level: 'watch' });
    const id = await warn(station);
    const { response, items } = await entriesOf(person, 1);
    expect(response).that(items.length === 1 && items[0].warning === id, `warning ${id} only, because the other one has the level watch`);
  });

  it('twenty warnings at the same moment are numbered without gaps', async () => {
    const station = newStation();
    const person = await newSubscriber(station);
    await Promise.all(Array.from({ length: 20 }, () => warn(station)));
    const { response, items } = await entriesOf(person, 20);
    expect(response).that(numbers(items) === Array.from({ length: 20 }, (_, index) => index + 1).join(), 'entries with the numbers from 1 to 20');
  });

  it('one warning, stated twenty times at the same moment, is one entry', async () => {
    const [station, id] = [newStation(), `w-${randomUUID()}`];
    const person = await newSubscriber(station);
    const all = await Promise.all(Array.from({ length: 20 }, () => put(id, station)));
    const created = all.filter(({ status }) => status === 201).length;
    expect(all[0]).that(created === 1 && all.every(({ status }) => [200, 201].includes(status)), `201 once and 200 for the others (201 came ${created} times)`);
    await warn(station);
    const { response, items } = await entriesOf(person, 2);
    expect(response).that(items.length === 2, 'two entries for two warnings');
  });

  it('the inbox goes on behind a number', async () => {
    const station = newStation();
    const person = await newSubscriber(station);
    for (let count = 0; count < 5; count += 1) await warn(station);
    await entriesOf(person, 5);
    const { response: page, items } = await entriesOf(person, 2, 'after=1&limit=2');
    expect(page).that(numbers(items) === '2,3', 'the entries 2 and 3 for after=1&limit=2');
    const { response: rest, items: last } = await entriesOf(person, 2, 'after=3');
    expect(rest).that(numbers(last) === '4,5', 'the entries 4 and 5 for after=3');
    expect(await inbox(person, 'after=x')).status(400, 'for a number that is none');
  });

  it('after the end of a subscription nothing more comes', async () => {
    const [station, other] = [newStation(), newStation()];
    const person = await newSubscriber(station);
    expect(await subscribe(person, other)).status(204, 'for a second subscription');
    expect(await call('DELETE', `/me/subscriptions/${station}`, { headers: as(person) })).status(204, 'for the end of a subscription');
    await warn(station);
    const id = await warn(other);
    const { response, items } = await entriesOf(person, 1);
    expect(response).that(items.length === 1 && items[0].warning === id, `warning ${id} only, because the other subscription has ended`);
  });
});

describe('Stage 2: The socket', () => {
  it('a socket says which number is new', async () => {
    const station = newStation();
    const person = await newSubscriber(station);
    const response = await call('POST', '/me/socket-tickets', { headers: as(person) });
    expect(response).status(201, 'for a ticket').that(typeof response.json?.ticket === 'string', 'a "ticket"');
    const address = `${base.replace(/^http/u, 'ws')}/socket?ticket=${encodeURIComponent(response.json.ticket)}`;
    const open = () => {
      const socket = new WebSocket(address);
      sockets.push(socket);
      return new Promise((resolve) => {
        socket.addEventListener('open', () => resolve(socket));
        socket.addEventListener('error', () => resolve(undefined));
      });
    };
    const socket = await open();
    expect(response).that(socket, 'a WebSocket to open with this ticket');
    const frames = [];
    socket.addEventListener('message', ({ data }) => frames.push(data));
    await warn(station);
    for (const end = Date.now() + 5000; frames.length === 0 && Date.now() < end; ) await pause(20);
    expect(response).that(frames.some((data) => /^\s*\{\s*"seq"\s*:\s*1\s*\}\s*$/u.test(data)), `the frame {"seq":1} after a warning (there were ${frames.join() || 'none'})`);
    const { response: list, items } = await entriesOf(person, 1);
    expect(list).that(items.length === 1, 'the entry in the inbox, when the frame has come');
    expect(response).that((await open()) === undefined, 'no second WebSocket with the same ticket');
  });

  it('without an upgrade the answer is 426 or 401', async () => {
    const response = await call('GET', '/socket?ticket=invented');
    expect(response).that([401, 426].includes(response.status), '426 for a request without Upgrade, or 401 for the invented ticket');
    expect(await call('POST', '/me/socket-tickets')).status(401, 'without a token');
  });
});

describe('Stage 3: One channel that fails', () => {
  it('a mail goes to the provider once, with a key', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { channels: ['mail'] });
    const id = await warn(station, { text: 'Leave the camp site.' });
    const response = await counts(id, 'mail', ({ sent }) => sent === 1, 'a mail that was sent');
    const [mail, ...others] = await mailTo(person);
    expect(response)
      .field('mail.recipients', 1)
      .that(mail?.path === '/mail' && mail.warning === id && mail.text === 'Leave the camp site.' && mail.key, 'a POST /mail at the provider with warning, text and an Idempotency-Key')
      .that(others.length === 0, `one mail (there were ${others.length + 1})`);
  });

  it('a provider with 503 is asked again under the same key, and others do not wait', async () => {
    const station = newStation();
    const [first, second] = [await newSubscriber(station, { channels: ['mail'] }), await newSubscriber(station, { channels: ['mail'] })];
    responders.set(first, (count) => (count === 1 ? 503 : 202));
    const id = await warn(station);
    const all = await mailTo(first, 2, 15);
    const response = await counts(id, 'mail', ({ sent }) => sent === 2, 'two mails that were sent');
    expect(response)
      .that(all.length === 2 && all[0].key === all[1].key && all[0].key, 'a second attempt with the key of the first')
      .that(all[1].at - all[0].at >= 500, `a pause before the second attempt (it was ${all[1].at - all[0].at} ms)`)
      .that(mailsTo(second).length === 1 && mailsTo(second)[0].key !== all[0].key, 'one mail with another key to the other person');
    expect(response).that(mailsTo(second)[0].at < all[1].at, 'the mail to the other person before the second attempt');
  });

  it('the report is for operators', async () => {
    const id = await warn(newStation());
    expect(await call('GET', `/warnings/${id}/deliveries`, { headers: as(7) })).status(403, 'for a subscriber');
    expect(await call('GET', `/warnings/w-${randomUUID()}/deliveries`, { headers: operator })).status(404, 'for a warning that does not exist');
  });
});

describe('Stage 5: Preferences', () => {
  it('a channel that was switched off gets nothing', async () => {
    const station = newStation();
    const [off, on] = [await newSubscriber(station, { channels: ['mail'] }), await newSubscriber(station, { channels: ['mail'] })];
    expect(await subscribe(off, station, { channels: [] })).status(204, 'for a subscription without channels');
    const id = await warn(station);
    const response = await counts(id, 'mail', ({ sent }) => sent === 1, 'one mail that was sent');
    await mailTo(on);
    expect(response).field('mail.recipients', 1, 'because one of two people switched mail off').that(mailsTo(off).length === 0, 'no mail to that person');
    await entriesOf(off, 1);
  });

  it('watch waits for the end of the quiet hours, danger does not', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { channels: ['mail'] });
    expect(await quiet(person)).status(204, 'for quiet hours');
    const watch = await warn(station, { level: 'watch' });
    const danger = await warn(station);
    await counts(danger, 'mail', ({ sent }) => sent === 1, 'the mail of the warning of level danger');
    const response = await counts(watch, 'mail', ({ recipients }) => recipients === 1, 'one recipient of the warning of level watch');
    expect(response).field('mail.waiting', 1, 'because the quiet hours have not ended').that((await mailTo(person)).every(({ warning }) => warning === danger), 'no mail of level watch');
    await entriesOf(person, 2);
  });

  it('quiet hours that are over hold up nothing', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { channels: ['mail'] });
    expect(await quiet(person, { isOver: true })).status(204, 'for quiet hours');
    await counts(await warn(station, { level: 'watch' }), 'mail', ({ sent }) => sent === 1, 'a mail of level watch outside of the quiet hours');
    const wrong = await call('PUT', '/me/quiet-hours', { headers: as(person), body: { from: '22:00', to: '06:00', zone: 'Europe/Berlino' } });
    expect(wrong).status(422, 'for a time zone that does not exist');
  });

  it('a warning that was replaced is skipped where it has not left', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { channels: ['mail'] });
    expect(await quiet(person)).status(204, 'for quiet hours');
    const old = await warn(station, { level: 'watch' });
    await waits(old);
    await warn(station, { level: 'info', text: 'All clear', replaces: old });
    await counts(old, 'mail', ({ skipped }) => skipped === 1, 'a mail that was skipped, because its warning was replaced');
  });

  it('a warning that expired is skipped where it has not left', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { channels: ['mail'] });
    expect(await quiet(person)).status(204, 'for quiet hours');
    const old = await warn(station, { level: 'watch', expiresAt: new Date(Date.now() + 2000).toISOString() });
    await counts(old, 'mail', ({ skipped }) => skipped === 1, 'a mail that was skipped, because its warning expired after two seconds');
  });

  it('one click unsubscribes, without login', async () => {
    const station = newStation();
    const person = await newSubscriber(station, { channels: ['mail'] });
    await warn(station);
    const [mail] = await mailTo(person);
    const { response: list } = await entriesOf(person, 1);
    expect(list).that(typeof mail?.unsubscribe === 'string', 'a mail with a token in "unsubscribe"');
    expect(await quiet(person)).status(204, 'for quiet hours');
    const waiting = await warn(station, { level: 'watch' });
    await waits(waiting);
    for (const time of ['the first time', 'again']) expect(await call('POST', `/unsubscribe/${encodeURIComponent(mail.unsubscribe)}`)).status(204, `for the token of a mail, ${time}`);
    await counts(waiting, 'mail', ({ skipped }) => skipped === 1, 'a mail that was skipped, because its recipient has unsubscribed');
    const id = await warn(station);
    await entriesOf(person, 3);
    await counts(id, 'mail', ({ recipients }) => recipients === 0, 'no recipient by mail after the click');
    expect(await call('POST', '/unsubscribe/invented')).status(404, 'for an invented token');
  });

  it('a push endpoint must be https', async () => {
    const register = (endpoint) => call('PUT', '/me/push-endpoints/phone', { headers: as(newPerson()), body: { endpoint } });
    expect(await register('https://push.example.com/abc')).status(204, 'for an https address');
    for (const endpoint of ['http://push.example.com/abc', 'https://127.0.0.1/', 'https://10.0.0.1/', 'https://[::1]/', 'push']) expect(await register(endpoint)).status(422, `for ${endpoint}`);
  });
});
