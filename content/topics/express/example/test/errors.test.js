import assert from 'node:assert/strict';
import { test } from 'node:test';
import express from 'express';
import request from 'supertest';
import { createApp } from '../src/app.js';
import { handleError } from '../src/errors.js';

test('the status of an error from elsewhere is not ours', async (t) => {
  t.mock.method(console, 'error', () => {});
  const find = async () => {
    throw Object.assign(new Error('from another API'), { status: 404 });
  };
  const response = await request(createApp({ store: { find } })).get(
    '/tools/1',
  );
  assert.equal(response.status, 500);
});

test('an error after the headers ends the connection and is logged', async (t) => {
  const log = t.mock.method(console, 'error', () => {});
  const app = express();
  app.get('/', (req, res) => {
    res.write('half');
    throw new Error('too late');
  });
  app.use(handleError);
  await assert.rejects(request(app).get('/'));
  assert.ok(log.mock.callCount() > 0);
  for (const {
    arguments: [error],
  } of log.mock.calls) {
    assert.match(String(error), /too late/);
  }
});
