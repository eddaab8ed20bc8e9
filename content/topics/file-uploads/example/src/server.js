import { join } from 'node:path';
import { createApp } from './app.js';
import { cleanUp } from './receive.js';

const data = process.env.DATA ?? 'data';
const server = createApp(data).listen(3000, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log('http://127.0.0.1:3000');
});

async function clean() {
  await cleanUp(join(data, 'incoming')).catch(console.error);
}
await clean();
const timer = setInterval(clean, 600_000);

process.once('SIGTERM', () => {
  clearInterval(timer);
  server.close();
});
