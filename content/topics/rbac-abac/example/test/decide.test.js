import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAuthorized, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { decide, judge, toCedar } from '../src/decide.js';
import { schema, staticPolicies } from '../src/policies.js';
import * as town from '../src/town.js';

const db = await town.openTown();
const action = 'invoice:approve';
const ask = (user, change = {}, now = { year: 2026 }) =>
  decide(db, { user, action, invoice: { ...town.bridge, ...change }, ...now });

// #region matrix
const cases = [
  // who, what's different about the invoice, allowed, because
  ['weber', {}, true, 'own-department'],
  ['weber', { amount: 10_000 }, true, 'own-department'],
  ['weber', { amount: 10_001 }, false, 'no rule permits it'],
  ['weber', { editors: ['lind', 'weber'] }, false, 'four-eyes'],
  ['weber', { department: 'schools' }, false, 'no rule permits it'],
  ['weber', { year: 2025 }, false, 'year-is-closed'],
  ['weber', { year: 2027 }, true, 'own-department'],
  ['okoye', { department: 'schools' }, true, 'treasury'],
  ['okoye', { amount: 50_001 }, false, 'no rule permits it'],
  ['okoye', { editors: ['okoye'] }, false, 'four-eyes'],
  ['lind', {}, false, 'no role grants it'],
];
for (const [who, change, allowed, because] of cases) {
  test(`${who}, ${JSON.stringify(change)}: ${because}`, async () => {
    assert.deepEqual(await ask(town[who], change), { allowed, because });
  });
}
// #endregion matrix

// #region missing
const wrong = [undefined, null, '', 'x', [], [''], {}, NaN, 1.5, 0, -1];

test('no denial becomes a permission when a fact is missing or wrong', async () => {
  for (const [who, change] of cases) {
    for (const value of wrong) {
      for (const fact of ['department', 'amount', 'editors', 'year']) {
        if (fact === 'department' && value === 'x') continue; // a department
        const invoice = { ...change, [fact]: value };
        const answer = await ask(town[who], invoice).catch(() => ({}));
        assert.notEqual(answer.allowed, true, `${who} ${fact} ${value}`);
      }
      for (const fact of ['department', 'limit']) {
        if (fact === 'department' && value === 'x') continue; // a department
        const user = { ...town[who], [fact]: value };
        const answer = await ask(user, change).catch(() => ({}));
        assert.notEqual(answer.allowed, true, `${who} ${fact} ${value}`);
      }
    }
  }
});
// #endregion missing

test('without the year of today, nothing is allowed', async () => {
  for (const year of [undefined, null, '2026']) {
    assert.equal((await ask(town.weber, {}, { year })).allowed, false);
  }
});

test('a rule that cannot be evaluated denies, also without a schema', () => {
  const invoice = { ...town.bridge, year: undefined };
  const call = toCedar({ user: town.weber, action, invoice, year: 2026 });
  const { schema: _, validateRequest, ...careless } = call;
  const answer = isAuthorized(careless);
  assert.equal(answer.response.decision, 'allow');
  assert.equal(judge(answer).allowed, false);
});

// #region validate
test('every rule fits the schema', () => {
  const { validationErrors } = validate({
    schema,
    policies: { staticPolicies },
  });
  assert.deepEqual(validationErrors, []);
});

test('an optional fact has to be asked for before it is used', () => {
  const optional = schema.replace('year: Long\n', 'year?: Long\n');
  const { validationErrors } = validate({
    schema: optional,
    policies: { staticPolicies },
  });
  assert.deepEqual(
    validationErrors.map(({ policyId }) => policyId),
    ['year-is-closed'],
  );
});
// #endregion validate
