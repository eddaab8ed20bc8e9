// #region server
import { createApp } from './app.js';
import { Store } from './store.js';

const { PORT = '3000', PROXIES = '0' } = process.env;
const app = createApp({
  store: new Store(),
  proxies: Number(PROXIES) || false,
});

const server = app.listen(Number(PORT), (error) => {
  if (error) throw error; // for example EADDRINUSE: the port is taken
  console.log(`listening on port ${server.address().port}`);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  });
}
// #endregion server
