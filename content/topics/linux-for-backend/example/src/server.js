// #region server
import { closeSync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';

const file = process.env.LOG_FILE ?? 'app.log';
let log = openSync(file, 'a');

const server = createServer((req, res) => {
  try {
    writeSync(log, `${req.method} ${req.url}\n`);
  } catch (error) {
    console.error(error.message); // a full disk doesn't end the service
  }
  res.end('tomato, bean, squash\n');
});
server.listen(process.env.PORT ?? 8080, () => console.log('ready'));

process.on('SIGHUP', () => {
  try {
    const old = log;
    log = openSync(file, 'a');
    closeSync(old);
  } catch (error) {
    console.error(error.message); // keep the old one
  }
});

process.on('SIGTERM', () => {
  console.log('finishing open requests');
  server.close(); // then nothing is left to do, and Node.js exits
  server.closeIdleConnections(); // newer versions do this in close()
  const late = setTimeout(() => server.closeAllConnections(), 5000);
  late.unref(); // the timer itself keeps nothing running
});
// #endregion server
