import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { versions } from '../src/app.js';
import { verify } from '../verify.js';

test('41 keeps the contract, with other values and one more field', async () => {
  await verify(versions[41]);
});

test('42 breaks it, and 43, with both names, keeps it', async () => {
  await assert.rejects(verify(versions[42]), /missing[^"]*startsAt/);
  await verify(versions[43]);
});

test('a time in another form breaks it, and milliseconds do not', async () => {
  const at = (startsAt) => (showing) => ({
    ...versions[41](showing),
    startsAt,
  });
  await assert.rejects(verify(at('tonight')), /tonight/);
  await verify(at('2026-06-01T18:30:00.000Z'));
});

test('a field that no one uses may go', async () => {
  const { year, ...film } = { title: 'Ikiru', year: 1952 };
  await verify((showing) => ({ ...versions[41](showing), film }));
});

test('a showing without seats is not what the contract says', async () => {
  await assert.rejects(verify(versions[41], { seats: [] }), /\$\.seats/);
});

test('an unknown state and an empty contract are errors', async (t) => {
  const contract = 'pacts/other.json';
  t.after(() => rmSync(contract));
  for (const interactions of [
    [{ providerStates: [{ name: 'it is Monday' }] }],
    [{ providerState: 'it is Monday' }], // version 2 of the format
    [],
  ]) {
    writeFileSync(contract, JSON.stringify({ interactions }));
    const reason = /unknown state: it is Monday|the contract is empty/;
    await assert.rejects(verify(versions[41], { contract }), reason);
  }
});
