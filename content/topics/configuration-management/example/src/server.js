// #region server
import { createServer } from 'node:http';
import { ConfigError, describe, loadConfig } from './config.js';

function configOrExit() {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const config = configOrExit();
console.log('configuration', JSON.stringify(describe(config)));

const server = createServer((req, res) => {
  res.end(config.SEND_MESSAGES ? 'sending\n' : 'dry run\n');
});
server.listen(config.PORT, () => {
  console.log(`listening on port ${server.address().port}`);
});
// #endregion server
process.once('SIGTERM', () => server.close());
process.once('SIGINT', () => server.close());
