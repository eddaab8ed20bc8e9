import { rollOut } from '../src/rollout.js';
import { startSite, startTraffic } from './site.js';

// Ctrl+C and a canceled job end the rollout, and everyone goes back.
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'])
  process.on(name, () => interruption.abort());

for (const [name, bug] of [
  ['a good version', ''],
  ['a version that fails for discount cards', 'yes'],
]) {
  console.log(name);
  const site = await startSite({ bug, detached: true });
  const stopTraffic = startTraffic();
  await rollOut({ signal: interruption.signal });
  const results = await stopTraffic();
  await site.stop();
  const seen = results.filter(({ version }) => version === 'new');
  const failed = seen.filter(({ status }) => status === 500);
  const count = (list) => new Set(list.map(({ user }) => user)).size;
  console.log(
    `${count(seen)} users saw the new version, ${count(failed)} an error of it\n`,
  );
  if (interruption.signal.aborted) break;
}
