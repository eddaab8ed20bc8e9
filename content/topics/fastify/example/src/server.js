// #region server
import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.js';
import { createStore } from './store.js';

const app = buildApp({
  store: createStore(),
  adminKey: process.env.ADMIN_KEY,
  logger: true,
  requestTimeout: 10_000,
  handlerTimeout: 15_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
});

closeWithGrace({ delay: 20_000 }, async ({ err }) => {
  if (err) app.log.error({ err }, 'closing after an error');
  await app.close();
});

const port = Number(process.env.PORT ?? 3000);
await app.listen({ port, host: process.env.HOST ?? '127.0.0.1' });
// #endregion server
