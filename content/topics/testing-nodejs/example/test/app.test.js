// #region booking
import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import request from 'supertest';
import { createApp } from '../src/app.js';

describe('POST /appointments', () => {
  let app, mailer;
  const book = (body) => request(app).post('/appointments').send(body);

  beforeEach(() => {
    mailer = { send: mock.fn(async () => {}) };
    const now = () => new Date('2026-06-10T12:00Z'); // a Wednesday
    app = createApp({ mailer, now, staffKey: 'key' });
  });

  test('books a free day and confirms it by mail', async () => {
    await book({ day: '2026-06-11', email: 'ada@example.com' })
      .expect(201, { day: '2026-06-11', mailed: true })
      .expect('Location', '/appointments/2026-06-11');

    const [call] = mailer.send.mock.calls;
    assert.equal(call.arguments[0], 'ada@example.com');
    assert.match(call.arguments[1], /booked in for 2026-06-11/);
  });
  // #endregion booking

  // #region refusals
  const email = 'ada@example.com';
  const refused = [
    ['a Sunday', { day: '2026-06-14', email }, 409],
    ['a day in the past', { day: '2026-06-09', email }, 409],
    ['today', { day: '2026-06-10', email }, 409],
    ['a day that does not exist', { day: '2026-06-31', email }, 422],
    ['a month', { day: '2026-06', email }, 422],
    ['an email without @', { day: '2026-06-11', email: 'ada' }, 422],
    ['a day that is a number', { day: 20260611, email }, 422],
    ['a body without a day', { email }, 422],
    ['a body without an email', { day: '2026-06-11' }, 422],
    ['no body', undefined, 422],
  ];
  for (const [name, body, status] of refused) {
    test(`refuses ${name} and sends nothing`, async () => {
      await book(body).expect(status).expect('Content-Type', /json/);
      assert.equal(mailer.send.mock.callCount(), 0);
    });
  }
  // #endregion refusals

  // #region overlap
  test('gives a day to one of two people', async (t) => {
    const mail = Promise.withResolvers();
    t.after(mail.resolve);
    const sending = new Promise((resolve) => {
      mailer.send.mock.mockImplementationOnce(() => {
        resolve();
        return mail.promise;
      });
    });

    const day = '2026-06-12';
    const first = book({ day, email: 'a@example.com' }).then();
    await sending; // the first request is now waiting for the mail service
    await book({ day, email: 'b@example.com' }).expect(409);
    mail.resolve();
    assert.equal((await first).status, 201);
  });
  // #endregion overlap

  // #region mail-fails
  test('keeps the booking when the mail fails, and logs it', async (t) => {
    const log = t.mock.method(console, 'error', () => {});
    mailer.send.mock.mockImplementation(async () => {
      throw new Error('mail service: 503');
    });

    const day = '2026-06-11';
    await book({ day, email }).expect(201, { day, mailed: false });
    await book({ day, email }).expect(409, { error: 'day is taken' });
    assert.equal(log.mock.callCount(), 1);
  });
  // #endregion mail-fails
});

// #region clock
test('goes by the date in Lisbon', async (t) => {
  const now = new Date('2026-06-10T22:30Z'); // 23:30 in Lisbon
  t.mock.timers.enable({ apis: ['Date'], now });
  const app = createApp({ mailer: { send: async () => {} }, staffKey: 'key' });
  const book = (day) =>
    request(app).post('/appointments').send({ day, email: 'a@example.com' });
  await book('2026-06-11').expect(201);

  t.mock.timers.setTime(Date.parse('2026-06-10T23:30Z')); // 0:30 in Lisbon
  await book('2026-06-11').expect(409, { error: 'too late for that day' });
});
// #endregion clock

// #region staff
test('shows the appointments to staff only', async () => {
  const mailer = { send: async () => {} };
  const app = createApp({ mailer, staffKey: 'right' });
  const appointment = { day: '2099-06-11', email: 'ada@example.com' };
  await request(app).post('/appointments').send(appointment).expect(201);

  const list = (key) =>
    request(app).get('/appointments').set('Authorization', `Bearer ${key}`);
  await list('right').expect(200, [appointment]);
  await list('wrong').expect(401);
  await request(app).get('/appointments').expect(401);
});
// #endregion staff

test('does not start without a staff key', () => {
  assert.throws(() => createApp({ mailer: {} }), /staffKey is required/);
});
