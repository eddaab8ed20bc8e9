// The provider is in maintenance: it returns 200 with an HTML page.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { remindAll } from './reminders.js';

let messages = 0;
const provider = createServer((req, res) => {
  messages++;
  res.writeHead(200).end('<html>We will be back soon</html>');
}).listen(0);
await once(provider, 'listening');

const appointments = Array.from({ length: 900 }, (_, i) => ({
  phone: `+1555${i}`,
  time: '9:30',
}));
try {
  await remindAll(appointments, `http://localhost:${provider.address().port}`);
} catch (error) {
  console.log(`The job died after ${messages} message: ${error}`);
} finally {
  provider.close();
}
