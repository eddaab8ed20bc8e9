import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, matches, matchKey, readNames } from '../src/names.js';

const file = Buffer.from('name;seat\nZoë Müller;1A\n李 🙂;2A\n');
const expected = ['Zoë Müller', '李 🙂'];

// #region every-cut
test('reads the same names wherever the chunks are cut', async () => {
  for (let at = 0; at <= file.length; at += 1) {
    const chunks = [file.subarray(0, at), file.subarray(at)];
    assert.deepEqual(await readNames(chunks), expected);
  }
});

test('refuses bytes that are not UTF-8', async () => {
  const latin1 = Buffer.from('name;seat\nZoë;1A\n', 'latin1');
  await assert.rejects(readNames([latin1]), {
    code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
  });
});

test('refuses a file that ends inside a character', async () => {
  const cutOff = Buffer.from('name;seat\nZoë').subarray(0, -1);
  await assert.rejects(readNames([cutOff]), {
    code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
  });
});
// #endregion every-cut

test('reads Windows-1252, euro sign and curly quote included', async () => {
  const bytes = Buffer.from('name\nO\x92Hara \x80\n', 'latin1');
  assert.deepEqual(await readNames([bytes], 'windows-1252'), ['O’Hara €']);
});

test('skips a byte order mark', async () => {
  const chunks = [Buffer.from('\uFEFF'), file];
  assert.deepEqual(await readNames(chunks), expected);
});

test('matches spellings that differ in bytes or in case only', () => {
  assert.ok(matches('Zo\u00EB', 'Zoe\u0308'));
  assert.ok(matches('Straße', 'STRASSE'));
  assert.ok(matches('Straße', 'STRAẞE'));
  assert.ok(matches('ΟΔΟΣ', 'οδος'));
  assert.ok(matches('\u1FB4', '\u03B1\u0345\u0301')); // marks in any order
  assert.ok(!matches('Zoë', 'Zoe'));
  assert.ok(!matches('admin', '\u0430dmin')); // a Cyrillic а
});

test('a key stays the same when you compute it again', () => {
  for (const name of ['Straße', 'ŉ', 'İ', 'Zoe\u0308', 'ΐ']) {
    assert.equal(matchKey(matchKey(name)), matchKey(name));
  }
});

test('cuts between graphemes only', () => {
  const family = '👩\u200D👩\u200D👧';
  assert.equal(cut('Müller', 2), 'M');
  assert.equal(cut('Müller', 3), 'Mü');
  assert.equal(cut('Mu\u0308ller', 3), 'M');
  assert.equal(cut(`a${family}`, 18), 'a');
  assert.equal(cut(`a${family}`, 19), `a${family}`);
  assert.equal(cut('abc', 0), '');
});
