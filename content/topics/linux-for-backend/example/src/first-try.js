// #region first-try
import { openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';

const log = openSync('app.log', 'a');

const server = createServer((req, res) => {
  writeSync(log, `${req.method} ${req.url}\n`);
  res.end('tomato, bean, squash\n');
});
server.listen(8080, () => console.log('listening on port 8080'));
// #endregion first-try
