import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const change = (text) => (interactions) =>
  JSON.parse(JSON.stringify(interactions).replace('showing 7 exists', text));
for (const [name, edit, reason] of [
  ['a state that no one knows', change('it is Monday'), /it is Monday/],
  [
    'such a state in version 2 of the format',
    () => [{ providerState: 'it is Monday' }],
    /it is Monday/,
  ],
  ['an empty contract', () => [], /empty/],
]) {
  test(`${name} is an error`, async (t) => {
    const file = 'pacts/other.json';
    t.after(() => rmSync(file));
    const text = readFileSync('pacts/tickets-showings.json', 'utf8');
    const pact = JSON.parse(text);
    const interactions = edit(pact.interactions);
    writeFileSync(file, JSON.stringify({ ...pact, interactions }));
    await assert.rejects(verify(versions[41], { contract: file }), reason);
  });
}
