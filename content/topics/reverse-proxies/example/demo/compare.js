import { startSystem } from '../src/system.js';

const headers = {
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-host': 'evil.example',
};
const onlyProxyPass = (config) =>
  config
    .replaceAll(/ *proxy_set_header .*\n/g, '')
    .replace('http://catalog', 'http://127.0.0.1:3000');

for (const [title, edit] of [
  ['only proxy_pass', onlyProxyPass],
  ['nginx.conf', undefined],
]) {
  const system = await startSystem({ port: 8443, appPort: 3000, edit });
  console.log(`${title}:`);
  console.log(' ', (await system.call('/shelf')).body);
  console.log(' ', (await system.call('/shelf', { headers })).body, '(forged)');
  await system.stop();
}
