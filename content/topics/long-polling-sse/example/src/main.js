import { Log } from './log.js';
import { createApp } from './server.js';

const log = new Log();
const server = createApp(log).listen(3000);
setInterval(
  () => log.add({ district: 'Mill', votes: Date.now() }),
  2_000,
).unref();

// #region shutdown
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections(); // streams never end by themselves
});
// #endregion shutdown
