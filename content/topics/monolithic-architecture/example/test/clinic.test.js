import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import * as before from '../before/appointments/index.js';
import * as after from '../src/appointments/index.js';

const visit = (ageInMonths) => ({
  animal: { species: 'dog', ageInMonths },
  medicines: ['rabies vaccine'],
  cents: 5001,
});

const depcruise = (folder) =>
  spawnSync('npx', ['depcruise', folder], { encoding: 'utf8' });

for (const [name, { finish }] of Object.entries({ before, after }))
  test(`${name}: a puppy gets 20% off, and an older dog does not`, () => {
    assert.deepEqual(finish(visit(5)), { cents: 4001 });
    assert.deepEqual(finish(visit(12)), { cents: 5001 });
  });

test('the modules in src/ keep their boundaries', () => {
  const { status, stdout } = depcruise('src');
  assert.equal(status, 0, stdout);
});

test('the rules find what was wrong before', () => {
  const { status, stdout } = depcruise('before');
  assert.notEqual(status, 0);
  for (const found of [
    /pharmacy-uses-only.*label\.js → before\/billing\/money\.js/,
    /only-through-the-index.*label\.js → before\/billing\/money\.js/,
    /billing-uses-only.*discount\.js → before\/appointments\/age\.js/,
    /only-through-the-index.*discount\.js → before\/appointments\/age\.js/,
  ])
    assert.match(stdout, found);
});
