import { rollOut } from '../src/rollout.js';
import { startSite, startTraffic } from './site.js';

for (const [name, bug] of [
  ['a good version', ''],
  ['a version that fails for discount cards', 'yes'],
]) {
  console.log(name);
  const stopSite = await startSite({ bug });
  const stopTraffic = startTraffic();
  await rollOut();
  const results = await stopTraffic();
  await stopSite();
  const seen = results.filter(({ version }) => version === 'new');
  const failed = seen.filter(({ status }) => status === 500);
  const count = (list) => new Set(list.map(({ user }) => user)).size;
  console.log(
    `${count(seen)} users saw the new version, ${count(failed)} an error of it\n`,
  );
}
