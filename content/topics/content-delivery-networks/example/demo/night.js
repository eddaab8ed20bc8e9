import { startNetwork } from '../src/network.js';
import { night, wholeUrl, withoutShield } from '../src/night.js';

for (const [title, edit] of [
  ['the whole URL is the key', wholeUrl],
  ['known parameters, no shield', withoutShield],
  ['known parameters, shield', undefined],
]) {
  const network = await startNetwork(edit);
  const count = await night(network);
  console.log(`${title.padEnd(28)} 400 requests, ${count} at the origin`);
  await network.stop();
}
