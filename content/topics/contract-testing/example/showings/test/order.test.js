import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { versions } from '../src/app.js';
import { verify } from '../verify.js';

test('no interaction sees the data of the one before it', async (t) => {
  const pact = JSON.parse(readFileSync('pacts/tickets-showings.json', 'utf8'));
  const contract = 'pacts/reversed.json';
  t.after(() => rmSync(contract));
  const interactions = pact.interactions.toReversed();
  writeFileSync(contract, JSON.stringify({ ...pact, interactions }));
  await verify(versions[41], { contract });
});
