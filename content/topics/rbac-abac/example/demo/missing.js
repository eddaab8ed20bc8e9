import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { toCedar } from '../src/decide.js';
import { bridge, okoye } from '../src/town.js';

const invoice = { ...bridge, year: undefined };
const action = 'invoice:approve';
const call = toCedar({ user: okoye, action, invoice, year: 2026 });
const { schema, validateRequest, ...careless } = call;

const { decision, diagnostics } = isAuthorized(careless).response;
console.log('without a schema:', decision, diagnostics.reason);
for (const { policyId, error } of diagnostics.errors) {
  console.log(`  skipped ${policyId}: ${error.message}`);
}
const { type, errors } = isAuthorized(call);
console.log('with the schema:', type);
console.log(`  ${errors[0].message}`);
