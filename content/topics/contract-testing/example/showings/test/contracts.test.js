import assert from 'node:assert/strict';
import { test } from 'node:test';
import { version41, version42 } from '../src/app.js';
import { verify } from '../verify.js';

test('version 41 keeps the contract, with other values and one more field', async () => {
  await verify(version41);
});

test('version 42 breaks it', async () => {
  await assert.rejects(verify(version42));
});

test('another form of a time breaks it, too', async () => {
  const tonight = (showing) => ({ ...version41(showing), startsAt: 'tonight' });
  await assert.rejects(verify(tonight));
});

test('a field that no one uses may go', async () => {
  const withoutYear = ({ title, at, seats }) => ({
    film: { title },
    startsAt: at,
    seats,
  });
  await verify(withoutYear);
});

test('no seats at all is not what the contract says', async () => {
  await assert.rejects(verify(version41, []));
});
