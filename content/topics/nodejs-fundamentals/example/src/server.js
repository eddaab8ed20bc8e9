import { join } from 'node:path';
import { createApp } from './app.js';
import { findHall } from './halls.js';

// #region settings
const port = Number(process.env.PORT || 3000);
const file =
  process.env.HALLS_FILE || join(import.meta.dirname, '../data/halls.json');
// #endregion settings

const server = createApp((name) => findHall(file, name));
server.listen(port, () => {
  console.log('listening on port', server.address().port);
});

// #region stop
// Browsers open connections in advance; those mustn't hold us up.
server.on('connection', (socket) => socket.unref());
server.on('request', (req) => req.socket.ref());

function stop(signal) {
  console.log(signal, 'received');
  server.close();
  setTimeout(() => process.exit(1), 8000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// #endregion stop
