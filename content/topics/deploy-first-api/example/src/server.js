// #region server
import { createApp } from './app.js';
import { loadConfig } from './config.js';

let config;
try {
  config = loadConfig(process.env);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const server = createApp(config).listen(config.port, config.host, (error) => {
  if (error) throw error;
  const { address, port } = server.address();
  console.log(`commit ${config.commit} listens on ${address}:${port}`);
});

process.once('SIGTERM', () => {
  server.close(); // finish open requests, then exit
  setTimeout(() => process.exit(1), 10_000).unref();
});
// #endregion server
