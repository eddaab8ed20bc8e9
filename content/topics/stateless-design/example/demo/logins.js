import { startFleet } from '../src/fleet.js';

const fleet = await startFleet({ SESSIONS: process.argv[2] });
async function show(method, path) {
  const { instance, status } = await fleet.request(method, path);
  console.log(`${instance}  ${method} ${path} ${status}`);
}

await show('POST', '/login');
for (let i = 0; i < 4; i += 1) await show('GET', '/me');
await fleet.replace('A');
console.log('   A was killed and replaced');
for (let i = 0; i < 3; i += 1) await show('GET', '/me');
await fleet.stop();
