import { createLicenses } from '../src/licenses.js';
import { scenarios, startFakeProvider } from '../test/fake-provider.js';

const provider = await startFakeProvider();
const checkLicense = createLicenses({ url: provider.url, key: 'test' });

for (const [name, script] of Object.entries(scenarios)) {
  provider.script([...script]);
  provider.keys.length = 0;
  const start = performance.now();
  const outcome = await checkLicense('D-1234', 'signup-17').then(
    JSON.stringify,
    (error) => `${error.constructor.name}: ${error.message}`,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const attempts = provider.keys.length;
  console.log(`${name.padEnd(19)} ${attempts} in ${seconds} s  ${outcome}`);
}
provider.stop();
