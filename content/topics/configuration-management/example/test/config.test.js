// #region tests
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { describe, loadConfig, names } from '../src/config.js';

const valid = {
  SMS_GATEWAY_URL: 'https://sms.example/v1',
  SMS_GATEWAY_KEY: 'key-of-the-test-account',
};

test('without optional variables, nothing is sent', () => {
  const config = loadConfig(valid);
  assert.equal(config.SEND_MESSAGES, false);
  assert.equal(config.PORT, 3000);
});

test('false is false', () => {
  assert.equal(
    loadConfig({ ...valid, SEND_MESSAGES: 'false' }).SEND_MESSAGES,
    false,
  );
  assert.equal(
    loadConfig({ ...valid, SEND_MESSAGES: 'true' }).SEND_MESSAGES,
    true,
  );
});

test('every invalid variable is named in one error', () => {
  const env = { PORT: '80a', SEND_MESSAGES: 'no', SMS_GATEWAY_KEY: ' ' };
  assert.throws(
    () => loadConfig(env),
    ({ message }) =>
      ['PORT', 'SEND_MESSAGES', 'SMS_GATEWAY_URL', 'SMS_GATEWAY_KEY'].every(
        (name) => message.includes(name),
      ),
  );
});

test('neither an error nor the log shows the key', () => {
  const short = { ...valid, SMS_GATEWAY_KEY: 's3cret' };
  assert.throws(
    () => loadConfig(short),
    ({ message }) =>
      message.includes('SMS_GATEWAY_KEY') && !message.includes('s3cret'),
  );
  const url = 'https://clinic:s3cret@sms.example/v1';
  const config = loadConfig({ ...valid, SMS_GATEWAY_URL: url });
  const added = describe({ ADDED_LATER: url });
  const line = JSON.stringify({ ...describe(config), ...added });
  assert.ok(!line.includes(valid.SMS_GATEWAY_KEY));
  assert.ok(!line.includes('s3cret'));
  assert.match(line, /"PORT":3000/);
});

test('a line break after the key is not part of it', () => {
  const env = { ...valid, SMS_GATEWAY_KEY: `${valid.SMS_GATEWAY_KEY}\n` };
  assert.deepEqual(loadConfig(env), loadConfig(valid));
});

test('.env.example has every variable', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  assert.deepEqual(Object.keys(example).sort(), names.toSorted());
});
// #endregion tests

test('an empty variable counts as one that is not set', () => {
  const config = loadConfig({ ...valid, PORT: '', SEND_MESSAGES: ' ' });
  assert.deepEqual(config, loadConfig(valid));
  assert.ok(Object.isFrozen(config));
  assert.throws(
    () => loadConfig({ ...valid, SMS_GATEWAY_URL: '' }),
    /SMS_GATEWAY_URL: is not set/,
  );
});

test('an out-of-range or malformed value is refused', () => {
  for (const [name, value] of [
    ['PORT', '70000'],
    ['PORT', '3.5'],
    ['LOG_LEVEL', 'verbose'],
    ['MESSAGES_PER_MINUTE', '0'],
    ['SEND_MESSAGES', '1'],
    ['SMS_GATEWAY_URL', 'sms.example'],
    ['SMS_GATEWAY_URL', 'ftp://sms.example/'],
  ]) {
    assert.throws(
      () => loadConfig({ ...valid, [name]: value }),
      new RegExp(name),
      `${name}=${value}`,
    );
  }
});
