import { createApp } from './app.js';
import { shutDown } from './shutdown.js';

const milliseconds = (name, byDefault) =>
  Number(process.env[name] ?? byDefault) * 1000;

const state = { isStopping: false };
const server = createApp(state);
const pool = { end: async () => {} }; // your database pool

// #region close
// Node.js counts a connection as busy until its first request is done.
const connections = new Set();
// With node:https, it's 'secureConnection'.
server.on('connection', (socket) => {
  connections.add(socket);
  socket.once('close', () => connections.delete(socket));
});

function closeServer() {
  return new Promise((resolve) => {
    server.close(resolve);
    for (const socket of connections) {
      if (socket.bytesRead === 0) socket.destroy(); // never used
    }
  });
}
// #endregion close

// #region stop
async function stop(signal) {
  if (state.isStopping) return;
  console.log(`${signal} received`);
  const isClean = await shutDown({
    state,
    drainDelay: milliseconds('DRAIN_DELAY', 5),
    deadline: milliseconds('SHUTDOWN_DEADLINE', 25),
    intakes: [closeServer],
    cut: () => server.closeAllConnections(),
    resources: [() => pool.end()],
  });
  process.exit(isClean ? 0 : 1);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// #endregion stop

server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening'));
