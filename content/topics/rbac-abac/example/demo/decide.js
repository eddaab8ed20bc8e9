import { decide } from '../src/decide.js';
import { bridge, lind, okoye, openTown, weber } from '../src/town.js';

const db = await openTown();
async function ask(name, user, change = {}) {
  const invoice = { ...bridge, ...change };
  const action = 'invoice:approve';
  const { allowed, because } = await decide(db, {
    user,
    action,
    invoice,
    year: 2026,
  });
  console.log(name.padEnd(22), allowed ? 'allow' : 'deny ', because);
}
await ask('weber, 8,000', weber);
await ask('weber, 12,000', weber, { amount: 12_000 });
await ask('weber, edited by her', weber, { editors: ['lind', 'weber'] });
await ask('weber, for schools', weber, { department: 'schools' });
await ask('okoye, for schools', okoye, { department: 'schools' });
await ask('okoye, last year', okoye, { year: 2025 });
await ask('lind', lind);
