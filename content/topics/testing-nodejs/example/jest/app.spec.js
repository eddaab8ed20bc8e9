// #region jest
import { jest } from '@jest/globals';
import request from 'supertest';
import { createApp } from '../src/app.js';

test('books a free day and confirms it by mail', async () => {
  const mailer = { send: jest.fn().mockResolvedValue() };
  const now = () => new Date('2026-06-10T12:00Z');
  const app = createApp({ mailer, now, staffKey: 'key' });

  const response = await request(app)
    .post('/appointments')
    .send({ day: '2026-06-11', email: 'ada@example.com' });

  expect(response.status).toBe(201);
  expect(mailer.send).toHaveBeenCalledWith(
    'ada@example.com',
    expect.stringContaining('2026-06-11'),
  );
});
// #endregion jest
