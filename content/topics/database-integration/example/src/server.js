import { createApp } from './app.js';
import { createPool, waitForDatabase } from './pool.js';
import { createSubscribers } from './subscribers.js';

// #region server
const pool = createPool(process.env.DATABASE_URL);
await waitForDatabase(pool);

const port = process.env.PORT ?? 3000;
const server = createApp(createSubscribers(pool)).listen(port, () => {
  console.log(`listening on port ${server.address().port}`);
});

process.once('SIGTERM', () => {
  // Runs when the open requests have finished.
  server.close(() => pool.end());
  setTimeout(() => process.exit(1), 10_000).unref();
});
// #endregion server
