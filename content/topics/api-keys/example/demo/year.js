import { revokeLeaks } from '../src/leaks.js';
import { start } from '../src/start.js';

const { ask, create, db, stop } = await start();
const org = 'Northern Air';
const call = async (key, method = 'GET', path = '/images/latest') => {
  const { status, error = '' } = await ask(method, path, { key });
  return `${status} ${error}`.trim();
};

const old = await create(org, 'crew tablets');
console.log(old.key.replace(/[0-9a-f]{64}/, '<64 digits>'));
console.log('images        ', await call(old.key));
console.log('alerts        ', await call(old.key, 'POST', '/alerts'));
console.log('typo          ', await call(`${old.key.slice(0, -1)}x`));

const next = await create(org, 'crew tablets, from May');
console.log('old and new   ', await call(old.key), await call(next.key));
await ask('DELETE', `/account/keys/${old.id}`, { org });
console.log('old is revoked', await call(old.key), 'and', await call(next.key));

const commit = `fetch(url, { headers: { authorization: 'Bearer ${next.key}' } });
// not a key: radar_live_todo`;
for (const { name, owner } of await revokeLeaks(db, commit)) {
  console.log(`leak of "${name}", ${owner}`);
}
console.log('after the leak', await call(next.key));
await stop();
