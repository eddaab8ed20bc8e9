import { startFleet } from '../src/fleet.js';

const fleet = await startFleet({ CARTS: process.argv[2] });
await fleet.request('POST', '/login');
const before = (await fleet.request('GET', '/cart')).body.atlas ?? 0;

const clicks = Array.from({ length: 20 }, () =>
  fleet.request('POST', '/cart/atlas'),
);
const statuses = (await Promise.all(clicks)).map(({ status }) => status);
const after = (await fleet.request('GET', '/cart')).body.atlas;

const ok = statuses.filter((status) => status === 204).length;
console.log(`${ok} requests succeeded, ${after - before} books added`);
await fleet.stop();
