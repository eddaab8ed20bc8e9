import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { ask } from '../src/ask.js';
import { createMailServer } from '../src/server.js';

const ca = readFileSync('certs/root.pem');
const servername = 'mail.clinic.test';

async function show(title, { name = 'mail', chain = `${name}-chain` }, client) {
  const files = { key: `certs/${name}.key`, chain: `certs/${chain}.pem` };
  const { server } = createMailServer(files);
  await once(server.listen(0), 'listening');
  const result = await ask(server.address().port, client);
  console.log(`${title.padEnd(22)} ${result}`);
  server.close();
}

// #region cases
await show('all is well', {}, { ca, servername });
await show('root not trusted', {}, { servername });
await show('another name', {}, { ca, servername: 'lab.clinic.test' });
await show('expired', { name: 'mail-old' }, { ca, servername });
await show('intermediate missing', { chain: 'mail' }, { ca, servername });
await show(
  'check switched off',
  { name: 'mail-old' },
  { servername: 'lab.clinic.test', rejectUnauthorized: false },
);
// #endregion cases
