import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { format, inspect } from 'node:util';
import { readJson, readSecrets, Secret } from '../src/secrets.js';

const value = 'marker-7f3a9c';
const folderWith = (files) => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

// #region print
test('a secret does not print itself', () => {
  const config = { smtp: { password: new Secret(value) } };
  const printed = [
    inspect(config, { depth: null, showHidden: true }),
    JSON.stringify(config),
    format('%s %o %j', config.smtp.password, config, config),
    `${config.smtp.password}` + config.smtp.password,
    JSON.stringify({ ...config.smtp.password }),
  ];
  assert.ok(!printed.join().includes(value));
  assert.equal(config.smtp.password.reveal(), value);
});
// #endregion print

test('one line break at the end is not part of the secret', () => {
  const folder = folderWith({ a: `${value}\n`, b: ` ${value} \r\n`, c: value });
  const { a, b, c } = readSecrets(folder, ['a', 'b', 'c']);
  assert.equal(a.reveal(), value);
  assert.equal(b.reveal(), ` ${value} `);
  assert.equal(c.reveal(), value);
});

test('one error names everything that is missing, and shows no value', () => {
  const folder = folderWith({ good: value, empty: '\n' });
  assert.throws(
    () => readSecrets(folder, ['good', 'empty', 'absent']),
    ({ message }) =>
      message.includes('empty is empty') &&
      message.includes('absent: ENOENT') &&
      !message.includes(value),
  );
});

test('a login that is not JSON does not get into the log', () => {
  for (const text of [value, `{"password":${value}}`, '']) {
    const file = join(folderWith({ login: text }), 'login');
    assert.throws(
      () => readJson(file),
      (error) => /valid JSON/.test(error) && !inspect(error).includes(value),
    );
  }
  const file = join(folderWith({ login: `{"user":"ines"}` }), 'login');
  assert.deepEqual(readJson(file), { user: 'ines' });
});
