import { createApp } from './app.js';
import { shutDown } from './shutdown.js';

const milliseconds = (name, byDefault) =>
  Number(process.env[name] ?? byDefault) * 1000;

const state = { isStopping: false };
const server = createApp(state);
const pool = { end: async () => {} }; // your database pool

// #region stop
async function stop(signal) {
  if (state.isStopping) return;
  console.log(`${signal} received`);
  const isClean = await shutDown({
    state,
    drainDelay: milliseconds('DRAIN_DELAY', 5),
    deadline: milliseconds('SHUTDOWN_DEADLINE', 25),
    intakes: [() => new Promise((resolve) => server.close(resolve))],
    cut: () => server.closeAllConnections(),
    resources: [() => pool.end()],
  });
  process.exit(isClean ? 0 : 1);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// #endregion stop

server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening'));
