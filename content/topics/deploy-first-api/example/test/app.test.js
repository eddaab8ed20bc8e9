import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import request from 'supertest';
import { createApp } from '../src/app.js';
import { loadConfig } from '../src/config.js';

const writeToken = 'a'.repeat(32);
const makeApp = () => createApp({ writeToken, commit: 'abc123' });

test('health names the running commit', async () => {
  const { status, body } = await request(makeApp()).get('/health');
  assert.equal(status, 200);
  assert.deepEqual(body, { status: 'ok', commit: 'abc123' });
});

test('everyone may read, only the token may write', async () => {
  const app = makeApp();
  const close = () => request(app).put('/lanes/3').send({ open: false });

  assert.equal((await close()).status, 401);
  const wrong = await close().set('Authorization', `Bearer ${'b'.repeat(32)}`);
  assert.equal(wrong.status, 401);
  const right = await close().set('Authorization', `Bearer ${writeToken}`);
  assert.equal(right.status, 200);

  const { body } = await request(app).get('/lanes');
  assert.deepEqual(body[2], { id: 3, open: false });
});

test('a caller without the token learns nothing about lanes or bodies', async () => {
  const app = makeApp();
  assert.equal((await request(app).put('/lanes/99')).status, 401);
  const broken = request(app).put('/lanes/3').type('json').send('{');
  assert.equal((await broken).status, 401);
});

test('refuses an unknown lane and a wrong body', async () => {
  const put = (path, body) =>
    request(makeApp())
      .put(path)
      .set('Authorization', `Bearer ${writeToken}`)
      .send(body);
  assert.equal((await put('/lanes/99', { open: true })).status, 404);
  assert.equal((await put('/lanes/3', { open: 'no' })).status, 422);
  assert.equal((await put('/lanes/3')).status, 422);
});

test('names every missing or wrong setting at once', () => {
  const env = { PORT: 'http', WRITE_TOKEN: 'a'.repeat(31) };
  assert.throws(() => loadConfig(env), /PORT[^]*WRITE_TOKEN/);
  assert.throws(() => loadConfig({}), /WRITE_TOKEN/);
});

test('an empty setting is like a missing one', () => {
  const { host, port } = loadConfig({
    HOST: '',
    PORT: '',
    WRITE_TOKEN: writeToken,
  });
  assert.deepEqual({ host, port }, { host: '127.0.0.1', port: 3000 });
});

test('on both hosts, an error response shows no stack trace', async () => {
  const unit = readFileSync('deploy/lanes.service', 'utf8');
  assert.match(unit, /^Environment=NODE_ENV=production$/m);
  const blueprint = readFileSync('render.yaml', 'utf8');
  assert.match(blueprint, /key: NODE_ENV\s+value: production/);

  process.env.NODE_ENV = 'production';
  const { status, text } = await request(makeApp()).put('/lanes/%E0');
  delete process.env.NODE_ENV;
  assert.equal(status, 400);
  assert.doesNotMatch(text, /node_modules/);
});
